package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.NetworkSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingBenchmarkTest {
  @Test
  void run_measuresWithoutData() {
    TrainingBenchmark benchmark =
        TrainingBenchmark.run(
            new NetworkSpec(Architecture.AER_CNN, 32, 7, 0.2, Set.of()),
            Recipes.small(1),
            Duration.ofMillis(50));

    assertThat(benchmark.bestImagesPerSecond())
        .isGreaterThanOrEqualTo(benchmark.meanImagesPerSecond());
    assertThat(benchmark.meanImagesPerSecond()).isPositive();
    assertThat(benchmark.imagesPerCpuSecond()).isPositive();
    assertThat(benchmark.predictedImagesPerSecond()).isPositive();
    assertThat(benchmark.gigaflops())
        .isEqualTo(6.0 * benchmark.multiplyAdds() * benchmark.meanImagesPerSecond() / 1e9);
  }

  @Test
  void run_measuresARecipeThatNeedsATeacherAndVotesWithoutThem() {
    Recipe recipe =
        Recipes.small(1)
            .withTargets(new Targets(0.1, 0, 0.5, 1, 0.4), new FaceOrNot(0.3, 0.125), List.of());

    TrainingBenchmark benchmark =
        TrainingBenchmark.run(
            new NetworkSpec(Architecture.AER_CNN, 32, 7, 0.2, recipe.heads()),
            recipe,
            Duration.ofMillis(50));

    assertThat(benchmark.meanImagesPerSecond()).isPositive();
  }
}
