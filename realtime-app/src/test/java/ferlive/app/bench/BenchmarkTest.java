package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.error.AppException;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.sink.Overlay;
import ferlive.app.testing.SlowAnalyzer;
import ferlive.app.testing.TickingSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "haar", "cpu", 1, List.of());

  private final SlowAnalyzer analyzer = SlowAnalyzer.taking(0);
  private final Overlay overlay = new Overlay(List.of("happy"));

  @Test
  void run_loopsTheClipAndScalesItsFrames() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    try (Benchmark benchmark =
        new Benchmark(
            () -> {
              opened.incrementAndGet();
              return TickingSource.of(7, 0);
            },
            Optional.of(new FrameSize(32, 24)),
            analyzer,
            overlay,
            () -> false)) {
      JsonNode json =
          new ObjectMapper().readTree(BenchJson.write(benchmark.run(20, INFO).orElseThrow()));

      assertThat(opened).hasValueGreaterThan(3);
      assertThat(json.fieldNames())
          .toIterable()
          .contains("fps", "facesPerSecond", "frames", "stages", "machine", "settings");
      assertThat(json.get("frames").asInt()).isEqualTo(20);
      assertThat(json.get("fps").asDouble()).isPositive();
      assertThat(json.get("stages").fieldNames())
          .toIterable()
          .containsExactly("decode", "detect", "track", "crop", "infer", "draw", "total");
      assertThat(json.at("/stages/detect/p50").asDouble()).isBetween(3.99, 4.01);
      assertThat(json.at("/stages/total").fieldNames())
          .toIterable()
          .containsExactly("p50", "p95", "p99", "max");
      assertThat(json.at("/settings/model").asText()).isEqualTo("toy");
      assertThat(json.at("/settings/size").asText()).isEqualTo("32x24");
      assertThat(json.at("/settings/warmUpFrames").asInt()).isGreaterThanOrEqualTo(60);
      assertThat(json.at("/machine/cores").asInt()).isPositive();
    }
  }

  @Test
  void run_failsWhenTheSourceHasNoFrame() {
    try (Benchmark benchmark =
        new Benchmark(
            () -> TickingSource.of(0, 0), Optional.empty(), analyzer, overlay, () -> false)) {
      assertThatThrownBy(() -> benchmark.run(1, INFO))
          .isInstanceOf(AppException.class)
          .hasMessageContaining("ticking");
    }
  }
}
