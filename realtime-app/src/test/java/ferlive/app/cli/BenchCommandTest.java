package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "0a1b", "none", "cpu", 1, List.of());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;
  private SlowAnalyzer analyzer = SlowAnalyzer.taking(0);
  private OneCoreProcess.Result oneCore = new OneCoreProcess.Result(0, "");
  private List<String> oneCoreArguments = List.of();
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
  void json_isRefusedWhenItWouldDestroyTheSource() throws IOException {
    Path clip = Files.writeString(folder.resolve("clip.mp4"), "a clip");

    assertThat(bench("--source", clip.toString(), "--json", clip.toString()))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(clip).hasContent("a clip");
    assertThat(text(err)).contains("is also an input").hasLineCount(1);
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
  void faces_areMadeInTheSizeThatIsAskedFor() throws IOException {
    assertThat(bench("--faces", "2", "--size", "320x180", "--frames", "3", "--json", "-")).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.at("/settings/source").asText()).isEqualTo("2 face(s)");
    assertThat(json.at("/settings/size").asText()).isEqualTo("320x180");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--faces 0",
        "--faces 2 --source demo",
        "--faces 9 --size 64x48",
        "--fps 0",
        "--fps NaN",
        "--seconds -1",
        "--seconds 1e9",
        "--cores three",
        "--compare a.json"
      })
  void options_areRefusedInOneSentence(String line) {
    List<String> arguments = List.of(line.split(" ", -1));

    assertThat(bench(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains(arguments.get(0)).hasLineCount(1);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void seconds_endTheMeasurement() throws IOException {
    assertThat(bench("--faces", "1", "--size", "64x48", "--seconds", "0.4", "--json", "-"))
        .isZero();

    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.get("seconds").asDouble()).isBetween(0.4, 5.0);
    assertThat(json.at("/cpu/millisPerFrame").asDouble()).isPositive();
  }

  @Test
  void oneCore_runsTheSameLineInAProcessOfItsOwn() {
    oneCore = new OneCoreProcess.Result(0, "figures\n");

    assertThat(bench("--cores", "one", "--frames", "3", "--json", "a.json")).isZero();

    assertThat(oneCoreArguments)
        .containsExactly("bench", "--frames", "3", "--json", "a.json", "--cores", "all");
    assertThat(text(out)).isEqualTo("figures\n");
    assertThat(opened).isZero();
  }

  @Test
  void oneCore_endsAsItsProcessDid() {
    oneCore = new OneCoreProcess.Result(3, "");

    assertThat(bench("--cores=one")).isEqualTo(3);
    assertThat(bench("--cores", "both")).isEqualTo(3);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void bothCores_areReportedWithTheGain() throws IOException {
    assumeTrue(
        Runtime.getRuntime().availableProcessors() > 1, "skipped: there is but one core here");
    oneCore =
        new OneCoreProcess.Result(
            0, "{\"fps\":10,\"decodeOnly\":{\"fps\":100},\"stages\":{},\"machine\":{\"cores\":1}}");
    Path file = folder.resolve("both.json");

    assertThat(bench("--cores", "both", "--frames", "3", "--size=64x48", "--json=" + file))
        .isZero();

    assertThat(oneCoreArguments)
        .containsExactly("bench", "--frames", "3", "--size=64x48", "--cores", "all", "--json", "-");
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    double fps = json.get("fps").asDouble();
    assertThat(json.get("gainOverOneCore").asDouble()).isCloseTo(fps / 10, within(0.01));
    assertThat(json.get("shareOfOneCoreSource").asDouble()).isCloseTo(fps / 100, within(0.01));
    assertThat(json.at("/oneCore/fps").asDouble()).isEqualTo(10);
    assertThat(text(out)).contains("one core", "all cores", "machine differs in cores: 1");
  }

  @Test
  void compare_showsTwoFilesSideBySide() throws IOException {
    Path a = Files.writeString(folder.resolve("a.json"), "{\"fps\":10,\"stages\":{}}");
    Path b = Files.writeString(folder.resolve("b.json"), "{\"fps\":25,\"stages\":{}}");

    assertThat(bench("--compare", a.toString(), b.toString())).isZero();
    assertThat(text(out)).containsPattern("fps +10.000 +25.000 +2.50");
    assertThat(opened).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "[]", "{}", "{\"fps\":1}", "{\"fps\":\"1\",\"stages\":{}}"})
  void compare_refusesWhatIsNoReport(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), content);

    assertThat(bench("--compare", file.toString(), file.toString()))
        .isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains(file.toString()).hasLineCount(1);
  }

  @Test
  void compare_refusesAFileThatIsNotThere() {
    assertThat(bench("--compare", "none.json", "none.json")).isEqualTo(ExitCode.INPUT.code());
  }

  @Test
  void source_isRefusedWhenItIsNotThere() {
    assertThat(bench("--source", folder.resolve("none.mp4").toString()))
        .isEqualTo(ExitCode.INPUT.code());
  }

  private OneCoreProcess.Result onOneCore(List<String> arguments) {
    oneCoreArguments = arguments;
    return oneCore;
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
            },
            this::onOneCore,
            Duration.ofMillis(1));
    String[] line = new String[arguments.length + 1];
    line[0] = "bench";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return AppMain.run(console, List.of(command), line);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
