package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.testing.Pictures;
import ferlive.app.testing.SlowAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
  private SlowAnalyzer analyzer = SlowAnalyzer.taking(0);
  private int opened;

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
    assertThat(Files.readString(file)).endsWith("}\n").doesNotEndWith("\n\n");
    assertThat(text(out)).contains("frames/s", "decode", "total", "p99").doesNotEndWith("\n\n");
  }

  @Test
  void json_isLeftAsItWasUntilTheEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("bench.json"), "old");

    analyzer =
        SlowAnalyzer.doing(
            frame -> {
              throw new AppException(ExitCode.MODEL, "no answer");
            });

    assertThat(bench("--json", file.toString())).isEqualTo(ExitCode.MODEL.code());
    assertThat(file).hasContent("old");
  }

  @Test
  void json_isRefusedBeforeTheWarmUpWhenItCannotBeWritten() {
    String file = folder.resolve("none").resolve("bench.json").toString();

    assertThat(bench("--json", file)).isEqualTo(ExitCode.OUTPUT.code());
    assertThat(text(err)).contains(file).doesNotContain("warming up").hasLineCount(1);
  }

  @Test
  void folder_isLoopedAndABadPictureToldOfOnce() throws IOException {
    Pictures.write(folder.resolve("a.png"), 32, 24);
    Path bad = Files.writeString(folder.resolve("b.jpg"), "text");

    assertThat(bench("--source", folder.toString(), "--frames", "9")).isZero();
    assertThat(text(err).lines().filter(line -> line.contains(bad.toString()))).hasSize(1);
  }

  @Test
  void source_isRefusedBeforeTheModelWhenItIsOfAnUnknownKind() {
    assertThat(bench("--source", "ftp://host/a.mp4")).isEqualTo(ExitCode.USAGE.code());
    assertThat(opened).isZero();
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
            config -> {
              opened++;
              return new OpenAnalyzer(analyzer, INFO, List.of("happy", "sad"));
            });
    String[] line = new String[arguments.length + 1];
    line[0] = "bench";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return AppMain.run(console, List.of(command), line);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
