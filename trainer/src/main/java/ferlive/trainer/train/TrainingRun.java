package ferlive.trainer.train;

import ferlive.trainer.data.Division;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.metrics.Confusion;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Trains a network from its first or last saved step to the end.
 *
 * <p>Saves after every epoch and every few minutes within one; the best epoch by validation
 * accuracy is kept apart. Confined to one thread, but for {@link #stop}.
 */
public final class TrainingRun {
  private static final Duration SAVE_EVERY = Duration.ofMinutes(3);

  private final NetworkSpec spec;
  private final Recipe recipe;
  private final Supervision supervision;
  private final FaceDataset training;
  private final FaceDataset validation;
  private final RunFolder folder;
  private final TrainingListener listener;
  private final Duration saveEvery;
  private final int stepsPerEpoch;
  private final List<EpochReport> history = new ArrayList<>();
  private Optional<InitialWeights> initial = Optional.empty();
  private volatile boolean stopping;
  private long step;
  private double lossSum;
  private long savedAtNanos = System.nanoTime();

  /**
   * A run in a folder that the caller opened and closes.
   *
   * @param supervision faces to learn from
   * @param validation faces by which the best epoch is chosen
   */
  public TrainingRun(
      NetworkSpec spec,
      Recipe recipe,
      Supervision supervision,
      FaceDataset validation,
      RunFolder folder,
      TrainingListener listener) {
    this(spec, recipe, supervision, validation, folder, listener, SAVE_EVERY);
  }

  /** As above, saving so often within an epoch. */
  TrainingRun(
      NetworkSpec spec,
      Recipe recipe,
      Supervision supervision,
      FaceDataset validation,
      RunFolder folder,
      TrainingListener listener,
      Duration saveEvery) {
    this.saveEvery = saveEvery;
    this.spec = spec;
    this.recipe = recipe;
    this.supervision = supervision;
    this.training = supervision.faces();
    this.validation = validation;
    this.folder = folder;
    this.listener = listener;
    this.stepsPerEpoch = BatchMaker.stepsPerEpoch(training, recipe);
  }

  /** The network of a recipe, as it is trained. */
  public static Network network(NetworkSpec spec, Recipe recipe, int stepsPerEpoch) {
    return Network.of(
        spec,
        new Network.Training(
            recipe.optimizer().updater(schedule(recipe, stepsPerEpoch)),
            head ->
                switch (head) {
                  case VOTES -> recipe.targets().votes();
                  case FACE -> recipe.faceOrNot().weight();
                },
            recipe.seed(),
            DataType.FLOAT));
  }

  /** The learning rates of a recipe. */
  static WarmupCosine schedule(Recipe recipe, int stepsPerEpoch) {
    return new WarmupCosine(
        recipe.optimizer().learningRate(),
        (int) Math.round(recipe.optimizer().warmupEpochs() * stepsPerEpoch),
        recipe.epochs() * stepsPerEpoch);
  }

  /** Starts from these weights, where the folder holds no checkpoint yet. Before {@link #run}. */
  public void startFrom(InitialWeights weights) {
    initial = Optional.of(weights);
  }

  /** Asks the run to save and return after the step at hand. For any thread. */
  public void stop() {
    stopping = true;
  }

  /**
   * Trains to the last epoch, or until {@link #stop}.
   *
   * @return reports of all epochs that are complete
   * @throws TrainerException with INTERNAL when the loss is no longer a number; the best epoch
   *     stays; with INPUT when the saved state is of another training
   */
  public List<EpochReport> run() {
    long steps = (long) recipe.epochs() * stepsPerEpoch;
    try (Learner learner =
        new Learner(
            () -> network(spec, recipe, stepsPerEpoch), recipe, schedule(recipe, stepsPerEpoch))) {
      Optional<Checkpoint> saved = folder.newest();
      saved.ifPresent(checkpoint -> resume(learner, checkpoint));
      if (saved.isEmpty()) {
        initial.ifPresent(weights -> learner.startFrom(weights, training.labels()));
      }
      BatchMaker maker = new BatchMaker(supervision, recipe);
      try (BatchQueue batches = new BatchQueue(maker, stepsPerEpoch, step)) {
        while (step < steps && !stopping) {
          epoch(learner, batches);
        }
      }
    }
    return List.copyOf(history);
  }

  private void resume(Learner learner, Checkpoint checkpoint) {
    CheckpointHeader header = checkpoint.header();
    if (!header.spec().equals(spec)
        || !header.recipe().equals(recipe)
        || !header.data().sha256().equals(training.sha256())
        || header.data().faces() != training.size()) {
      throw new TrainerException(
          ExitCode.INPUT,
          folder.path() + " holds a training of another network, recipe or data set");
    }
    learner.restore(checkpoint.state());
    step = header.step();
    lossSum = header.lossSum();
    history.addAll(header.history());
  }

  private void epoch(Learner learner, BatchQueue batches) {
    int epoch = (int) (step / stepsPerEpoch);
    long startNanos = System.nanoTime();
    long firstStep = step;
    do {
      double loss = takeStep(learner, batches);
      int done = (int) (step - (long) epoch * stepsPerEpoch);
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      double rate = (step - firstStep) * recipe.batchSize() / seconds;
      listener.onStep(epoch + 1, done, stepsPerEpoch, loss, rate);
      if (done == stepsPerEpoch) {
        endEpoch(learner, epoch, rate);
        return;
      }
      if (stopping || System.nanoTime() - savedAtNanos > saveEvery.toNanos()) {
        folder.saveLast(checkpoint(learner));
        savedAtNanos = System.nanoTime();
      }
    } while (!stopping);
  }

  private double takeStep(Learner learner, BatchQueue batches) {
    double loss;
    try {
      loss = learner.step(batches.take(), step);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainerException(ExitCode.INTERNAL, "the training was interrupted", e);
    }
    if (!Double.isFinite(loss)) {
      throw diverged("the loss became " + loss);
    }
    step++;
    lossSum += loss;
    return loss;
  }

  private void endEpoch(Learner learner, int epoch, double rate) {
    Confusion[] measured = new Confusion[1];
    learner.withAverage(
        graph ->
            measured[0] =
                Confusion.of(
                    Prediction.truth(validation),
                    Prediction.winners(Prediction.of(graph, validation)),
                    spec.classes()));
    double learningRate = schedule(recipe, stepsPerEpoch).valueAt((int) step - 1, 0);
    EpochReport report =
        new EpochReport(
            epoch + 1,
            learningRate,
            lossSum / stepsPerEpoch,
            measured[0].accuracy(),
            measured[0].macroF1(),
            rate);
    boolean best = history.stream().allMatch(past -> past.accuracy() < report.accuracy());
    history.add(report);
    lossSum = 0;
    Checkpoint checkpoint = checkpoint(learner);
    // The best goes first: a run that is killed in between does the epoch again, and keeps it.
    if (best) {
      folder.saveBest(checkpoint);
    }
    folder.saveLast(checkpoint);
    folder.saveHistory(history);
    savedAtNanos = System.nanoTime();
    listener.onEpoch(report, best);
  }

  private TrainerException diverged(String what) {
    return new TrainerException(
        ExitCode.INTERNAL,
        String.format(
            "%s in step %d; what was saved in %s is untouched; try a smaller --learning-rate",
            what, step, folder.path()));
  }

  private Checkpoint checkpoint(Learner learner) {
    LearnerState state = learner.state();
    if (!state.isFinite()) {
      throw diverged("weights are no longer numbers");
    }
    return new Checkpoint(
        new CheckpointHeader(
            spec,
            recipe,
            new CheckpointHeader.DataOrigin(
                training.origin().name(),
                training.sha256(),
                training.size(),
                Division.chosenBy(validation)),
            training.labels(),
            step,
            lossSum,
            history),
        state);
  }
}
