package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.data.SyntheticFaces;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.NetworkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  private static final int SIDE = 32;
  private static final FaceDataset FACES = SyntheticFaces.of(SIDE, 6, 1);
  private static final NetworkSpec SPEC =
      new NetworkSpec(Architecture.MSFF_CNN, SIDE, Expression.LABELS.size(), 0.2, Set.of());

  @TempDir private Path runs;

  /** Hears nothing, and may stop the run after an epoch or a step. */
  private static final class Stopper implements TrainingListener {
    private final int epoch;
    private final int step;
    private TrainingRun run;

    /** Stops after a step of an epoch, both from 1; after none with 0. */
    Stopper(int epoch, int step) {
      this.epoch = epoch;
      this.step = step;
    }

    @Override
    public void onStep(int epoch, int step, int steps, double loss, double imagesPerSecond) {
      if (epoch == this.epoch && step == this.step) {
        run.stop();
      }
    }

    @Override
    public void onEpoch(EpochReport report, boolean best) {}
  }

  @BeforeAll
  static void useOneThread() {
    Backend.useThreads(1);
  }

  @Test
  void run_learnsAndLeavesItsFiles() throws IOException {
    List<EpochReport> history = run("whole", Recipes.small(4), 0, 0);

    assertThat(history).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4);
    assertThat(history.get(3).trainLoss()).isLessThan(0.9 * history.get(0).trainLoss());
    assertThat(history.get(3).accuracy()).isGreaterThan(1.5 / Expression.LABELS.size());
    Path folder = runs.resolve("whole");
    assertThat(folder.resolve("best.ckpt")).exists();
    assertThat(folder.resolve("last.ckpt")).exists();
    assertThat(Files.readAllLines(folder.resolve("history.csv")))
        .hasSize(5)
        .element(4)
        .asString()
        .startsWith("4,");
  }

  @Test
  void run_endsWithTheSameFiguresAndWeightsAfterStopsWithinAndBetweenEpochs() {
    Recipe recipe = Recipes.small(2);
    List<EpochReport> straight = run("straight", recipe, 0, 0);

    assertThat(run("resumed", recipe, 1, 2)).isEmpty();
    assertThat(run("resumed", recipe, 1, 5)).hasSize(1);
    assertThat(run("resumed", recipe, 0, 0))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("imagesPerSecond")
        .isEqualTo(straight);

    assertClose(last("resumed").weights(), last("straight").weights());
    assertClose(last("resumed").updater(), last("straight").updater());
    assertClose(last("resumed").average(), last("straight").average());
  }

  @Test
  void run_isDoneAtOnceWhenComplete() {
    List<EpochReport> history = run("done", Recipes.small(1), 0, 0);

    assertThat(run("done", Recipes.small(1), 0, 0)).isEqualTo(history);
  }

  @Test
  void run_failsWithInputAgainstAnotherRecipe() {
    run("other", Recipes.small(1), 1, 1);

    assertThatThrownBy(() -> run("other", Recipes.small(2), 0, 0))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT));
  }

  @Test
  void run_failsWithInternalWithLossThatIsNoNumber() throws IOException {
    Recipe recipe = Recipes.small(2);
    run("nan", recipe, 1, 5);
    Path file = runs.resolve("nan/last.ckpt");
    Checkpoint good = CheckpointFile.read(file);
    float[] weights = good.state().weights().clone();
    Arrays.fill(weights, Float.NaN);
    CheckpointFile.write(
        file,
        new Checkpoint(
            good.header(),
            new LearnerState(weights, good.state().updater(), good.state().average())));
    byte[] saved = Files.readAllBytes(file);

    assertThatThrownBy(() -> run("nan", recipe, 0, 0))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INTERNAL))
        .hasMessageContaining("NaN in step " + good.header().step() + ";");
    assertThat(file).as("what was saved last").hasBinaryContent(saved);
    assertThat(CheckpointFile.read(runs.resolve("nan/best.ckpt")).state().average())
        .doesNotContain(Float.NaN);
  }

  private LearnerState last(String name) {
    return CheckpointFile.read(runs.resolve(name).resolve("last.ckpt")).state();
  }

  private List<EpochReport> run(String name, Recipe recipe, int stopEpoch, int stopStep) {
    Stopper stopper = new Stopper(stopEpoch, stopStep);
    try (RunFolder folder = RunFolder.open(runs.resolve(name))) {
      TrainingRun run =
          new TrainingRun(
              SPEC,
              recipe,
              Supervision.labels(FACES.select(Set.of(Split.TRAIN))),
              FACES.select(Set.of(Split.PUBLIC_TEST)),
              folder,
              stopper);
      stopper.run = run;
      return run.run();
    }
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    float difference = 0;
    for (int i = 0; i < actual.length; i++) {
      difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    }
    assertThat(difference).isCloseTo(0, within(1e-6f));
  }
}
