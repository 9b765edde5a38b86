package ferlive.trainer.train;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.data.SyntheticFaces;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.NetworkSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A small training that saves after every step and tells of it, for tests that kill it. */
final class SavingTraining {
  private static final int SIDE = 32;
  private static final FaceDataset FACES = SyntheticFaces.of(SIDE, 6, 1);

  private SavingTraining() {}

  /** Trains in the folder of the first argument, for as many epochs as the second says. */
  public static void main(String[] arguments) {
    Backend.prepare();
    run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Duration.ZERO);
  }

  static void run(Path path, int epochs, Duration saveEvery) {
    Backend.useThreads(1);
    try (RunFolder folder = RunFolder.open(path)) {
      new TrainingRun(
              new NetworkSpec(Architecture.MSFF_CNN, SIDE, Expression.LABELS.size(), 0.2, Set.of()),
              Recipes.small(epochs),
              Supervision.labels(FACES.select(Set.of(Split.TRAIN))),
              FACES.select(Set.of(Split.PUBLIC_TEST)),
              folder,
              new Teller(),
              saveEvery)
          .run();
    }
  }

  /** Prints each step, counted from the start of the training, ahead of its save. */
  private static final class Teller implements TrainingListener {
    @Override
    public void onStep(int epoch, int step, int steps, double loss, double imagesPerSecond) {
      System.out.println("step " + ((epoch - 1) * steps + step));
    }

    @Override
    public void onEpoch(EpochReport report, boolean best) {
      System.out.println("epoch " + report.epoch());
    }
  }
}
