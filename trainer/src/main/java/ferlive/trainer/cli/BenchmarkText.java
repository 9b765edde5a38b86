package ferlive.trainer.cli;

import ferlive.trainer.net.NetworkSpec;
import ferlive.trainer.train.TrainingBenchmark;
import java.util.Locale;

/** A measurement of speed as lines of text. */
final class BenchmarkText {
  private BenchmarkText() {}

  static String of(NetworkSpec spec, TrainingBenchmark benchmark, String backend) {
    return String.format(
        Locale.ROOT,
        """
        backend    %s
        network    %s, input %d×%d: %.2f million parameters, %.1f million multiply-adds
        training   %.0f images/s over the best %.1f s, %.0f in the mean (%.1f GFLOP/s),
                   %.0f for each second of the processor's time
        prediction %.0f images/s in the mean
        """,
        backend,
        spec.architecture(),
        spec.side(),
        spec.side(),
        benchmark.parameters() / 1e6,
        benchmark.multiplyAdds() / 1e6,
        benchmark.bestImagesPerSecond(),
        TrainingBenchmark.WINDOW.toMillis() / 1e3,
        benchmark.meanImagesPerSecond(),
        benchmark.gigaflops(),
        benchmark.imagesPerCpuSecond(),
        benchmark.predictedImagesPerSecond());
  }
}
