package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.pipeline.AnalyzerInfo;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BenchTextTest {
  private static final MachineFacts TWO_CORES =
      new MachineFacts("a processor", 2, 1000, "a JVM", "", "a system", Map.of());

  @Test
  void of_tellsRatesSharesAndTheGrowthOfTenMinutes() {
    String text = BenchText.of(report(600, OptionalDouble.of(40), 0));

    assertThat(text)
        .contains("10.0 frames/s, 20.0 faces/s (2.00 a frame), 6000 frames in 600.0 s, 3 dropped")
        .contains("the source alone gives 40.0 frames/s; 25.0 % of that is reached")
        .contains("25.0 % of 2 core(s), 50.00 ms of CPU time a frame")
        .contains("200 MiB resident after warm-up, 203 at the end (+1.5 %), 204 at most")
        .contains("of these 100, then 101 in the heap of the JVM and 100, then 102 beside it")
        .contains("grew by 0.30 MiB a minute")
        .contains("clip at 640x360, 90 frames")
        .containsPattern("detect +1.00 +2.00 +3.00 +4.00")
        .contains("model toy, detector haar, cpu, 1 thread(s)")
        .contains("a processor, 2 core(s), a system, a JVM");
  }

  @Test
  void of_tellsNoGrowthOfSeconds() {
    assertThat(BenchText.of(report(10, OptionalDouble.of(40), 0))).doesNotContain("a minute");
  }

  @Test
  void of_tellsTheRateOfACamera() {
    assertThat(BenchText.of(report(10, OptionalDouble.empty(), 29.97)))
        .contains("clip at 640x360 as a camera of 29.97 frames/s")
        .doesNotContain("the source alone");
  }

  /** Ten frames a second with two faces each, half a core at work. */
  private static BenchReport report(long seconds, OptionalDouble decodeOnly, double cameraFps) {
    long nanos = TimeUnit.SECONDS.toNanos(seconds);
    return new BenchReport(
        10 * seconds,
        20 * seconds,
        3,
        new Usage(nanos, nanos / 2),
        decodeOnly,
        Map.of(Stage.DETECT, new Latency(1, 2, 3, 4)),
        new MemoryUse(200, 203, 204, 0.3, 100, 101, 100, 102),
        TWO_CORES,
        new BenchSettings(
            "clip",
            "640x360",
            cameraFps,
            90,
            new AnalyzerInfo("toy", "toy-net", "0a1b", "haar", "cpu", 1, List.of())));
  }
}
