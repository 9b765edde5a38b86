package ferlive.trainer.train;

import com.sun.management.OperatingSystemMXBean;
import ferlive.trainer.data.CrowdVotes;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Measures how fast a network trains and predicts, on faces of noise.
 *
 * <p>A step is all that it is in a training: the batch is augmented on its own thread meanwhile.
 *
 * @param parameters of the network
 * @param multiplyAdds for one face, forward
 * @param bestImagesPerSecond of the fastest stretch of {@link #WINDOW}
 * @param meanImagesPerSecond of all steps after the warm-up
 * @param imagesPerCpuSecond of the same steps, by the time that the processor gave to this program,
 *     on all threads: the figure to compare where other programs run as well
 * @param predictedImagesPerSecond mean of predictions in batches
 */
public record TrainingBenchmark(
    long parameters,
    long multiplyAdds,
    double bestImagesPerSecond,
    double meanImagesPerSecond,
    double imagesPerCpuSecond,
    double predictedImagesPerSecond) {
  /** Shortest stretch that counts: long enough for several steps, short on a busy machine. */
  public static final Duration WINDOW = Duration.ofMillis(700);

  private static final int WARM_UP_STEPS = 4;
  private static final int FACES = 1024;
  private static final int PREDICTED_FACES = 256;

  /** A backward pass is about twice a forward one, and a multiply-add is two operations. */
  private static final double OPERATIONS_PER_MULTIPLY_ADD = 2 * 3;

  /**
   * Measures.
   *
   * @param span how long steps are timed; Java compiles for up to four times as long before, and
   *     predictions take a quarter more
   */
  public static TrainingBenchmark run(NetworkSpec spec, Recipe recipe, Duration span) {
    FaceDataset faces = FaceDataset.noise(Expression.LABELS, spec.side(), FACES, recipe.seed());
    int stepsPerEpoch = BatchMaker.stepsPerEpoch(faces, recipe);
    Network network = TrainingRun.network(spec, recipe, stepsPerEpoch);
    StepClock clock = new StepClock(recipe.batchSize());
    BatchMaker maker = new BatchMaker(supervision(faces, recipe), recipe);
    try (Learner learner =
            new Learner(
                () -> TrainingRun.network(spec, recipe, stepsPerEpoch),
                recipe,
                TrainingRun.schedule(recipe, stepsPerEpoch));
        BatchQueue batches = new BatchQueue(maker, stepsPerEpoch, 0)) {
      JavaCompiler compiler = new JavaCompiler(span);
      long step = 0;
      while (step < WARM_UP_STEPS || compiler.isBusy()) {
        learner.step(batches.take(), step++);
      }
      long before = step;
      long cpuNanos = cpuNanos();
      clock.tick();
      while (clock.elapsed().compareTo(span) < 0) {
        learner.step(batches.take(), step++);
        clock.tick();
      }
      double cpuSeconds = (cpuNanos() - cpuNanos) / 1e9;
      return new TrainingBenchmark(
          learner.parameters(),
          network.multiplyAdds(),
          clock.bestRate(WINDOW),
          clock.meanRate(),
          (step - before) * recipe.batchSize() / cpuSeconds,
          predictionRate(learner, spec, span.dividedBy(4)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Whatever the recipe learns from: a step takes as long with real answers. */
  private static Supervision supervision(FaceDataset faces, Recipe recipe) {
    float[][] even = new float[faces.size()][faces.labels().size()];
    for (float[] row : even) {
      Arrays.fill(row, 1f / row.length);
    }
    return new Supervision(
        faces,
        recipe.targets().teacher() > 0 ? Optional.of(new TeacherAnswers(even)) : Optional.empty(),
        recipe.targets().votes() > 0 ? Optional.of(CrowdVotes.none(faces)) : Optional.empty(),
        Optional.empty());
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double predictionRate(Learner learner, NetworkSpec spec, Duration span) {
    FaceDataset faces = FaceDataset.noise(Expression.LABELS, spec.side(), PREDICTED_FACES, 1);
    StepClock clock = new StepClock(PREDICTED_FACES);
    learner.withAverage(
        graph -> {
          Prediction.of(graph, faces);
          clock.tick();
          do {
            Prediction.of(graph, faces);
            clock.tick();
          } while (clock.elapsed().compareTo(span) < 0);
        });
    return clock.meanRate();
  }

  /** Arithmetic of the mean training speed, in 10⁹ floating-point operations a second. */
  public double gigaflops() {
    return OPERATIONS_PER_MULTIPLY_ADD * multiplyAdds * meanImagesPerSecond / 1e9;
  }
}
