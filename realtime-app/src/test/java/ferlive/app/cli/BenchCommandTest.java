package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.testing.SlowAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "none", "cpu", 1, List.of());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void json_goesAloneToStandardOutput() throws IOException {
    assertThat(bench("--frames", "3", "--size", "320x180", "--json", "-")).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.at("/settings/source").asText()).isEqualTo("demo");
    assertThat(json.at("/settings/size").asText()).isEqualTo("320x180");
    assertThat(json.at("/frames").asInt()).isEqualTo(3);
  }

  @Test
  void json_goesToAFileAndTheTableToStandardOutput() throws IOException {
    Path file = folder.resolve("bench.json");

    assertThat(bench("--frames", "3", "--json", file.toString())).isZero();

    assertThat(new ObjectMapper().readTree(file.toFile()).has("fps")).isTrue();
    assertThat(text(out)).contains("frames/s", "decode", "total", "p99");
  }

  @Test
  void size_isRefusedWhenItIsNone() {
    assertThat(bench("--size", "big")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("'big'", "640x480").hasLineCount(1);
  }

  @Test
  void frames_areRefusedWhenThereAreNone() {
    assertThat(bench("--frames", "-3")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void source_isRefusedWhenItIsNotThere() {
    assertThat(bench("--source", folder.resolve("none.mp4").toString()))
        .isEqualTo(ExitCode.INPUT.code());
  }

  private int bench(String... arguments) {
    Console console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    BenchCommand command =
        new BenchCommand(
            console,
            new StopSignal(),
            config -> new OpenAnalyzer(SlowAnalyzer.taking(0), INFO, List.of("happy", "sad")));
    String[] line = new String[arguments.length + 1];
    line[0] = "bench";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return AppMain.run(console, List.of(command), line);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
