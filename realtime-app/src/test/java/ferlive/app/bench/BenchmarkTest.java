package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.source.FrameSource;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SlowAnalyzer;
import ferlive.app.testing.TickingSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "0a1b", "haar", "cpu", 1, List.of());
  private static final Duration LONG = Duration.ofMinutes(1);

  private SlowAnalyzer analyzer = SlowAnalyzer.taking(0);
  private boolean stop;

  @Test
  @NoNativeLeaks
  void run_loopsTheClipAndScalesItsFrames() {
    analyzer = SlowAnalyzer.taking(1);
    AtomicInteger opened = new AtomicInteger();
    Optional<FrameSize> size = Optional.of(new FrameSize(32, 24));

    JsonNode json =
        run(
                () -> {
                  opened.incrementAndGet();
                  return TickingSource.of(7, 0);
                },
                plan(size, OptionalDouble.empty(), 20, LONG))
            .orElseThrow();

    assertThat(opened).hasValueGreaterThan(10);
    assertThat(json.get("frames").asInt()).isEqualTo(20);
    assertThat(json.at("/fps").asDouble() * json.at("/seconds").asDouble())
        .isCloseTo(20, within(1.0));
    assertThat(json.get("dropped").asInt()).isZero();
    assertThat(json.at("/decodeOnly/fps").asDouble()).isPositive();
    assertThat(json.at("/memory/residentStart").asDouble()).isPositive();
    assertThat(json.at("/settings/size").asText()).isEqualTo("32x24");
    assertThat(json.at("/settings/warmUpFrames").asInt()).isEqualTo(60);
  }

  @Test
  void run_reportsEveryStageByName() {
    JsonNode json = run(BenchmarkTest::endless, plan(20, LONG)).orElseThrow();

    assertThat(json.get("stages").fieldNames())
        .toIterable()
        .containsExactly("decode", "detect", "track", "crop", "infer", "draw", "label", "total");
    assertThat(json.at("/stages/detect/p50").asDouble()).isBetween(3.99, 4.01);
    assertThat(json.at("/stages/total").fieldNames())
        .toIterable()
        .containsExactly("p50", "p95", "p99", "max");
  }

  @Test
  void run_reportsMachineAndSettings() {
    JsonNode json = run(BenchmarkTest::endless, plan(1, LONG)).orElseThrow();

    assertThat(json.at("/settings/source").asText()).isEqualTo("clip");
    assertThat(json.at("/settings/model").asText()).isEqualTo("toy");
    assertThat(json.at("/settings/detector").asText()).isEqualTo("haar");
    assertThat(json.at("/settings").has("notices")).isFalse();
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/machine/libraries").has("opencv")).isTrue();
  }

  @Test
  void run_endsAfterItsTimeWhenThatComesFirst() {
    analyzer = SlowAnalyzer.taking(5);

    JsonNode json =
        run(BenchmarkTest::endless, plan(Long.MAX_VALUE, Duration.ofMillis(100))).orElseThrow();

    assertThat(json.get("seconds").asDouble()).isBetween(0.1, 5.0);
    assertThat(json.get("frames").asInt()).isBetween(1, 21);
  }

  @Test
  void run_dropsFramesOfACameraThatIsFasterThanTheAnalysis() {
    analyzer = SlowAnalyzer.taking(20);

    JsonNode json =
        run(BenchmarkTest::endless, plan(Optional.empty(), OptionalDouble.of(200), 25, LONG))
            .orElseThrow();

    assertThat(json.get("frames").asInt()).isEqualTo(25);
    assertThat(json.get("dropped").asInt()).isGreaterThan(25);
    assertThat(json.get("fps").asDouble()).isLessThan(51);
    assertThat(json.at("/stages/label/p50").asDouble()).isBetween(20.0, 200.0);
    assertThat(json.has("decodeOnly")).isFalse();
    assertThat(json.at("/settings/cameraFps").asDouble()).isEqualTo(200);
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void run_reportsNothingWhenItIsStopped() {
    stop = true;

    assertThat(run(BenchmarkTest::endless, plan(1, LONG))).isEmpty();
  }

  @Test
  void run_failsWhenTheSourceHasNoFrame() {
    assertThatThrownBy(() -> run(() -> TickingSource.of(0, 0), plan(1, LONG)))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("ticking");
  }

  @Test
  void run_failsWithTheAnalysisOfACamera() {
    analyzer =
        SlowAnalyzer.doing(
            frame -> {
              throw new AppException(ExitCode.MODEL, "no answer");
            });

    assertThatThrownBy(
            () ->
                run(
                    BenchmarkTest::endless,
                    plan(Optional.empty(), OptionalDouble.of(200), 1, LONG)))
        .isInstanceOf(AppException.class)
        .hasMessage("no answer");
  }

  private static FrameSource endless() {
    return TickingSource.of(1000, 0);
  }

  private static BenchPlan plan(long frames, Duration length) {
    return plan(Optional.empty(), OptionalDouble.empty(), frames, length);
  }

  private static BenchPlan plan(
      Optional<FrameSize> size, OptionalDouble fps, long frames, Duration length) {
    return new BenchPlan("clip", size, fps, frames, length, Duration.ofMillis(1));
  }

  private Optional<JsonNode> run(Supplier<FrameSource> opener, BenchPlan plan) {
    return new Benchmark(opener, plan, analyzer, List.of("happy"), () -> stop)
        .run(INFO)
        .map(BenchJson::tree);
  }
}
