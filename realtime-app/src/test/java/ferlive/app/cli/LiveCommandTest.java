package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.camera.Cameras;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.files.FirstStart;
import ferlive.app.files.UserFolders;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import ferlive.app.testing.FakeCameras;
import ferlive.app.testing.Fault;
import ferlive.app.testing.FaultyMjpegServer;
import ferlive.app.testing.Pictures;
import ferlive.app.testing.SlowAnalyzer;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class LiveCommandTest {
  private static final AnalyzerInfo INFO =
      new AnalyzerInfo("toy", "toy-net", "0a1b", "none", "cpu", 1, List.of("a notice"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StopSignal stop = new StopSignal();
  private SlowAnalyzer analyzer = SlowAnalyzer.taking(1);
  private OutputStream to = out;
  private Cameras cameras = FakeCameras.none();
  private Runnable onOpen = () -> {};
  @TempDir private Path folder;

  @Test
  void demo_writesALineAFrameAndCountsAtTheEnd() {
    int code = live("--source", "demo", "--headless", "--frames", "5", "--jsonl", "-");

    assertThat(code).isZero();
    assertThat(text(out).lines().filter(line -> line.contains("\"frame\":"))).hasSize(5);
    assertThat(text(err)).contains("a notice", "5 analysed");
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void csv_standsBesideJsonlAndTheSummaryWhereNoProgramReads() throws IOException {
    Path csv = folder.resolve("faces.csv");

    int code =
        live("--source=demo", "--headless", "--frames=3", "--jsonl=-", "--csv=" + csv, "--summary");

    assertThat(code).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(4).last().asString().startsWith("demo,");
    assertThat(text(out).lines()).allMatch(line -> line.startsWith("{"));
    assertThat(text(err)).contains("3 frames, 0 with a face");
    assertThat(live("--source=demo", "--jsonl=-", "--csv=-")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void web_needsNoDisplayAndTellsItsAddress() {
    assertThat(live("--source", "demo", "--web", "0", "--frames", "1")).isZero();
    assertThat(text(err)).containsPattern("open http://127.0.0.1:\\d+/#[0-9a-f]{32}\n");
    assertThat(live("--source", "demo", "--web", "70000")).isEqualTo(ExitCode.USAGE.code());
    assertThat(live("--source", "demo", "--web", "--window", "--headless"))
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void report_isWrittenWhenTheRunIsOver() throws IOException {
    Path file = folder.resolve("r.html");

    assertThat(live("--source=demo", "--headless", "--frames=2", "--report=" + file)).isZero();

    assertThat(Files.readString(file)).contains("toy (toy-net)", "0a1b", "2 frames, 0 of them");
    assertThat(live("--source=demo", "--report=r.txt")).isEqualTo(ExitCode.USAGE.code());
    assertThat(live("--source=demo", "--report-thumbnails")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void defaultRun_storesNothing() {
    live("--source", "demo", "--headless", "--frames", "5");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void firstStart_isToldInASentenceUntilItWasAccepted() {
    live("--source", "demo", "--headless", "--frames", "1");
    assertThat(text(err)).contains("nothing is stored or sent");

    err.reset();
    new FirstStart(folder.resolve("config")).accept();
    live("--source", "demo", "--headless", "--frames", "1");
    assertThat(text(err)).doesNotContain("nothing is stored or sent");
  }

  @Test
  void record_writesAVideoOfTheRun() {
    Path file = folder.resolve("a.mp4");

    int code = live("--source", "demo", "--headless", "--frames", "5", "--record", file.toString());

    assertThat(code).isZero();
    assertThat(text(err)).contains("recorded " + file);
    try (FrameSource video = Sources.open(file.toString())) {
      assertThat(video.info().width()).isEqualTo(1280);
    }
  }

  @Test
  void record_isRefusedWhenItCannotBeWritten() {
    String file = folder.resolve("none").resolve("a.mp4").toString();

    assertThat(live("--source", "demo", "--headless", "--record", file))
        .isEqualTo(ExitCode.OUTPUT.code());
    assertThat(text(err)).contains(file);
    assertThat(analyzer.isClosed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--record, a.avi, ends in .mp4",
    "--retention, 3w, no time span",
    "--baseline, 2m, longer than a minute"
  })
  void option_isRefusedWithAReason(String option, String value, String reason) {
    assertThat(live("--source", "demo", "--headless", option, value))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains(reason);
  }

  @Test
  void retention_deletesOldRecordings() throws IOException {
    Path old = folder.resolve("Ferlive").resolve("ferlive-20200101-000000.mp4");
    Files.createDirectories(old.getParent());
    Files.createFile(old);
    Files.setLastModifiedTime(old, FileTime.fromMillis(0));

    live("--source", "demo", "--headless", "--frames", "20", "--retention", "24h");

    assertThat(old).doesNotExist();
  }

  @Test
  void quiet_leavesNothingButTheResults() {
    live("--source", "demo", "--headless", "--frames", "1", "--jsonl", "-", "--quiet");

    assertThat(text(err)).isEmpty();
  }

  @Test
  void source_isRefusedWhenItIsNotThere() {
    int code = live("--source", folder.resolve("none.mp4").toString(), "--headless");

    assertThat(code).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains("none.mp4");
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void source_isRefusedBeforeTheModelWhenItIsOfAnUnknownKind() {
    assertThat(live("--source", "ftp://host/a.mp4", "--headless")).isEqualTo(ExitCode.USAGE.code());
    assertThat(analyzer.isClosed()).isFalse();
  }

  @Test
  void camera_isFoundByAPartOfItsName() {
    cameras = FakeCameras.named("Integrated Camera", "Logitech C920");

    assertThat(live("--source", "logitech", "--headless")).isEqualTo(ExitCode.SOURCE.code());

    // There is no device file of that number.
    assertThat(text(err)).contains("camera 91: there is no such camera");
  }

  @Test
  void camera_isRefusedWhenItsNameMayBeAnyOfSeveral() {
    cameras = FakeCameras.named("Logitech C920", "Logitech BRIO");

    assertThat(live("--source", "Logitech", "--headless")).isEqualTo(ExitCode.SOURCE.code());

    assertThat(text(err)).contains("90 (Logitech C920), 91 (Logitech BRIO)").hasLineCount(1);
  }

  @Test
  void camera_isRefusedWhenNoneHasTheName() {
    assertThat(live("--source", "Logitech", "--headless")).isEqualTo(ExitCode.SOURCE.code());

    assertThat(text(err)).contains("'Logitech' is no file, and no camera").hasLineCount(1);
  }

  @Test
  void camera_isRefusedBeforeTheModelWhenItIsAskedForWhatNoneCan() {
    assertThat(live("--camera-size", "huge")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--camera-size is huge");
    assertThat(live("--camera-fps", "0")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--camera-fps is 0");
    assertThat(analyzer.isClosed()).isFalse();
  }

  @Test
  void folder_isShownPictureByPicture() throws IOException {
    Pictures.write(folder.resolve("a.png"), 32, 24);

    int code = live("--source", folder.toString(), "--headless", "--frames", "1", "--jsonl", "-");

    assertThat(code).isZero();
    assertThat(text(out)).contains("\"frame\":0").contains(folder.toString());
  }

  @Test
  void auto_isRefusedWithAHintWhenThereIsNoCamera() {
    assumeTrue(
        IntStream.range(0, 64).allMatch(n -> Files.notExists(Path.of("/dev/video" + n))),
        "skipped: there is a camera on this machine");

    assertThat(live("--headless")).isEqualTo(ExitCode.SOURCE.code());
    assertThat(text(err)).contains("--source demo");
  }

  @Test
  void window_isRefusedWithAHintWhenThereIsNoDisplay() {
    assumeTrue(GraphicsEnvironment.isHeadless(), "skipped: there is a display");

    assertThat(live("--source", "demo")).isEqualTo(ExitCode.INPUT.code());
    assertThat(text(err)).contains("--headless");
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void output_isRefusedWhenItCannotBeWritten() {
    String file = folder.resolve("none").resolve("faces.jsonl").toString();

    assertThat(live("--source", "demo", "--headless", "--jsonl", file))
        .isEqualTo(ExitCode.OUTPUT.code());
    assertThat(text(err)).contains(file);
  }

  @Test
  void signal_endsTheRunAlsoWhenItComesDuringOpening() {
    onOpen = stop::request;

    assertThat(live("--source", "demo", "--headless")).isZero();

    assertThat(text(err)).contains(" 0 analysed");
    assertThat(analyzer.isClosed()).isTrue();
  }

  @Test
  void output_thatHangsHoldsUpNothingAndIsNamed() {
    CountDownLatch reader = new CountDownLatch(1);
    to = new StuckOutput(reader);

    int code = live("--source", "demo", "--headless", "--frames", "5", "--jsonl", "-");

    reader.countDown();
    assertThat(code).isEqualTo(ExitCode.OUTPUT.code());
    assertThat(text(err)).contains("5 analysed", "standard output: hangs", "were not written");
  }

  @Test
  void faults_areAllToldAndTheHighestListedCounts() {
    analyzer =
        SlowAnalyzer.doing(
            frame -> {
              throw new AppException(ExitCode.MODEL, "toy: no probabilities");
            });
    to = new FullOutput();

    int code = live("--source", "demo", "--headless", "--jsonl", "-");

    assertThat(code).isEqualTo(ExitCode.MODEL.code());
    assertThat(text(err)).contains("toy: no probabilities", "No space left on device");
  }

  @Test
  void stream_thatIsLostAndComesBackIsToldWithoutItsCredentials() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Close(60))) {
      String url = server.url();

      int code = live("--source", url, "--headless", "--frames", "80", "--jsonl", "-");

      assertThat(code).isZero();
      List<String> lines = text(out).lines().toList();
      assertThat(lines.stream().filter(line -> line.contains("\"event\"")))
          .satisfiesExactly(
              lost -> assertThat(lost).contains("source-lost").contains("the stream ended"),
              back -> assertThat(back).contains("source-back").contains("\"seconds\":"),
              end -> assertThat(end).contains("\"end\""));
      assertThat(text(out) + text(err)).doesNotContain("secret").contains("http://***@127.0.0.1");
    }
  }

  @Test
  void stream_isLostForGoodAfterTheRetriesAllowed() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Flap(30))) {
      int code = live("--source", server.url(), "--headless", "--max-retries", "0");

      assertThat(code).isEqualTo(ExitCode.SOURCE.code());
      assertThat(text(err)).contains("is lost for good").doesNotContain("secret", "Exception");
    }
  }

  @Test
  void maxRetries_areRefusedBelowZero() {
    assertThat(live("--source", "demo", "--max-retries", "-1")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--max-retries is -1");
  }

  @ParameterizedTest
  @CsvSource({"97, 5", "nowhere.mp4, 3", "http://127.0.0.1:9/a, 5", "rtsp://127.0.0.1:9/a, 5"})
  void source_thatIsNotThereIsToldInOneLineWithinFiveSeconds(String source, int code) {
    long start = System.nanoTime();

    assertThat(live("--source", source, "--headless", "--quiet")).isEqualTo(code);

    assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
    assertThat(text(err).lines()).singleElement().asString().contains(source);
  }

  /** Takes nothing until its reader comes. */
  private static final class StuckOutput extends OutputStream {
    private final CountDownLatch reader;

    StuckOutput(CountDownLatch reader) {
      this.reader = reader;
    }

    @Override
    public void write(int b) throws IOException {
      try {
        reader.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private static final class FullOutput extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void frames_areRefusedWhenThereAreNone() {
    assertThat(live("--source", "demo", "--frames", "0")).isEqualTo(ExitCode.USAGE.code());
    assertThat(text(err)).contains("--frames is 0");
  }

  private int live(String... arguments) {
    Console console = new Console(to, new PrintStream(err, true, StandardCharsets.UTF_8), false);
    LiveCommand command =
        new LiveCommand(
            console,
            stop,
            config -> {
              onOpen.run();
              return new OpenAnalyzer(analyzer, INFO, List.of("happy", "sad"));
            },
            cameras,
            new UserFolders(folder.resolve("config"), folder.resolve("Ferlive")));
    String[] line = new String[arguments.length + 1];
    line[0] = "live";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return AppMain.run(console, List.of(command), line);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
