package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.testing.Clips;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.SlowAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeCommandTest {
  @TempDir private Path folder;
  private final FixedAnalyzer analyzer = new FixedAnalyzer();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void analyze_writesTheSameOnEveryRun() throws IOException {
    String clip = clip("a.mp4", 6);

    assertThat(run("analyze", clip, "--jsonl", "-")).isZero();
    String first = out.toString(StandardCharsets.UTF_8);
    out.reset();
    assertThat(run("analyze", clip, "--jsonl", "-")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first);
    assertThat(first.lines()).hasSize(7).allMatch(line -> line.startsWith("{\"schema\":1,"));
    assertThat(errors()).isEmpty();
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void analyze_writesAllOutputsAtOnce() throws IOException {
    String clip = clip("a.mp4", 6);
    Path csv = folder.resolve("o.csv");
    Path video = folder.resolve("o.mp4");

    int code = run("analyze", clip, "--csv", csv.toString(), "--video", video.toString());

    assertThat(code).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(1 + 3 * 2 + 3);
    assertThat(video).isNotEmptyFile();
    assertThat(out.size()).isZero();
  }

  @Test
  void analyze_measuresAgainstATruth() throws IOException {
    String clip = clip("a.mp4", 6);
    Path truth = truth("a.mp4,0,3,2,");

    assertThat(run("analyze", clip, "--truth", truth.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .containsPattern("a.mp4 +4 +50.0 % +0 +0 +0.04 s");

    out.reset();
    assertThat(run("analyze", clip, "--truth", truth.toString(), "--jsonl", "-")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(7);
    assertThat(errors()).hasSize(3).last().asString().contains("50.0 %");
  }

  @Test
  void analyze_writesTheFiguresForPrograms() throws IOException {
    Path truth = truth("a.mp4,0,3,2,");

    int code = run("analyze", clip("a.mp4", 6), "--truth", truth.toString(), "--truth-json", "-");

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"rightCount\" : 0.5");
    assertThat(run("analyze", clip("a.mp4", 6), "--truth-json", "-")).isEqualTo(2);
  }

  @Test
  void analyze_refusesATruthThatIsNone() throws IOException {
    Path truth = truth("a.mp4,0,3,two,");

    assertThat(run("analyze", clip("a.mp4", 6), "--truth", truth.toString())).isEqualTo(3);
    assertThat(analyzer.streams()).isEmpty();
    assertThat(errors())
        .containsExactly("ferlive: " + truth + ":2: faces is two, expected a whole number");
    assertThat(run("analyze", "a.mp4", "--truth", truth.toString(), "--csv", truth.toString()))
        .isEqualTo(2);
  }

  private Path truth(String line) throws IOException {
    return Files.writeString(
        folder.resolve("truth.csv"), "file,from,to,faces,label\n" + line + "\n");
  }

  @Test
  void analyze_goesOnAfterABadInputAndListsItAtTheEnd() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.jpg"), "text");

    assertThat(run("analyze", text.toString(), clip("a.mp4", 2))).isEqualTo(3);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("a.mp4: 2 frames");
    assertThat(errors())
        .containsExactly(
            "ferlive: " + text + ": not a picture that can be read (JPEG, PNG, BMP, TIFF, WebP)");
  }

  @Test
  void analyze_findsAnUnwritableOutputBeforeItBegins() throws IOException {
    String file = folder.resolve("nowhere/o.csv").toString();

    assertThat(run("analyze", clip("a.mp4", 2), "--csv", file)).isEqualTo(7);

    assertThat(analyzer.streams()).isEmpty();
    assertThat(errors())
        .containsExactly("ferlive: " + file + ": cannot be written (no such folder)");
  }

  @Test
  void analyze_endsWithTheHighestListedReason() {
    String file = folder.resolve("nowhere/o.csv").toString();

    assertThat(run("analyze", "missing.jpg", "--csv", file)).isEqualTo(3);
    assertThat(run("analyze", "missing.jpg", "97")).isEqualTo(5);
  }

  @Test
  void analyze_refusesAUrlOfAnUnknownKindBeforeTheModel() {
    assertThat(run("analyze", "missing.jpg", "ftp://host/a.mp4")).isEqualTo(2);

    assertThat(errors()).hasSize(1);
    assertThat(analyzer.isClosed()).isFalse();
  }

  @Test
  void analyze_tellsTheFaultsOfSourcesAlsoWhenTheAnalysisFails() throws IOException {
    SlowAnalyzer broken =
        SlowAnalyzer.doing(
            frame -> {
              throw new IllegalStateException("broken");
            });
    AnalyzerInfo info = new AnalyzerInfo("toy", "none", "0a1b", "none", "cpu", 1, List.of());
    AnalyzeCommand command =
        new AnalyzeCommand(
            console(out),
            new StopSignal(),
            config -> new OpenAnalyzer(broken, info, FixedAnalyzer.LABELS));

    int code =
        AppMain.run(
            console(out), List.of(command), "analyze", "missing.jpg", clip("a.mp4", 2), "-q");

    assertThat(code).isEqualTo(3);
    assertThat(errors()).hasSize(2);
    assertThat(errors().get(0)).contains("missing.jpg");
    assertThat(errors().get(1)).contains("broken");
    assertThat(broken.isClosed()).isTrue();
  }

  @Test
  void analyze_takesAClosedPipeForAnEnd() throws IOException {
    OutputStream pipe =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(run(pipe, "analyze", clip("a.mp4", 9), "--jsonl", "-")).isZero();
    assertThat(run(pipe, "analyze", clip("a.mp4", 9), "--csv", "-")).isZero();
    assertThat(errors()).isEmpty();
  }

  @Test
  void analyze_refusesOutputsThatDestroy() throws IOException {
    String clip = clip("a.mp4", 2);

    assertThat(run("analyze", clip, "--video", clip)).isEqualTo(2);
    assertThat(run("analyze", clip, "--jsonl", "-", "--csv", "-")).isEqualTo(2);
    Path absent = folder.resolve("o.txt");
    String same = folder.resolve("x").resolve("..").resolve("o.txt").toString();
    assertThat(run("analyze", clip, "--jsonl", absent.toString(), "--csv", same)).isEqualTo(2);
    assertThat(absent).doesNotExist();
    assertThat(run("analyze", clip, "--video", "a.avi")).isEqualTo(2);
    assertThat(run("analyze", clip, clip, "--video", "b.mp4")).isEqualTo(2);
    assertThat(run("analyze", folder.toString(), "--video", "b.mp4")).isNotZero();
    assertThat(errors()).hasSizeBetween(6, 7).allMatch(line -> line.startsWith("ferlive: "));
  }

  @Test
  void analyze_tellsAnUnknownOptionInOneLineWithTheNearest() {
    assertThat(run("analyze", "a.jpg", "--jsnol", "x")).isEqualTo(2);

    assertThat(errors()).hasSize(1);
    assertThat(errors().get(0)).contains("--jsnol", "--jsonl", "ferlive analyze --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads=-1", "--threads=257", "--detector=dlib"})
  void analyze_refusesAValueOutOfItsRange(String option) {
    assertThat(run("analyze", "a.jpg", option)).isEqualTo(2);
    assertThat(errors()).hasSize(1);
  }

  @Test
  void analyze_wantsAnInput() {
    assertThat(run("analyze")).isEqualTo(2);
    assertThat(errors()).hasSize(1);
  }

  @Test
  void analyze_hidesTheStackTraceUnlessVerbose() {
    AppException fault = new AppException(ExitCode.MODEL, "m.onnx: 8 outputs for 7 labels");

    assertThat(AppMain.run(console(out), List.of(command(console(out), fault)), "analyze", "a.jpg"))
        .isEqualTo(4);
    assertThat(errors()).containsExactly("ferlive: m.onnx: 8 outputs for 7 labels");

    AppMain.run(console(out), List.of(command(console(out), fault)), "analyze", "a.jpg", "-v");
    assertThat(errors()).hasSizeGreaterThan(3);
  }

  private int run(String... args) {
    return run(out, args);
  }

  private int run(OutputStream to, String... args) {
    Console console = console(to);
    return AppMain.run(console, List.of(command(console, null)), args);
  }

  private Console console(OutputStream to) {
    return new Console(to, new PrintStream(err, true, StandardCharsets.UTF_8), false);
  }

  private AnalyzeCommand command(Console console, AppException fault) {
    return new AnalyzeCommand(
        console,
        new StopSignal(),
        config -> {
          if (fault != null) {
            throw fault;
          }
          return opened(config);
        });
  }

  private OpenAnalyzer opened(AnalyzerConfig config) {
    AnalyzerInfo info =
        new AnalyzerInfo(config.model(), "none", "0a1b", "none", "cpu", 1, List.of());
    return new OpenAnalyzer(analyzer, info, FixedAnalyzer.LABELS);
  }

  private String clip(String name, int frames) throws IOException {
    return Clips.write(folder.resolve(name), "mp4", 64, 48, 25, frames).toString();
  }

  private List<String> errors() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
