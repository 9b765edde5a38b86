package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.files.FirstStart;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import ferlive.app.testing.SlowAnalyzer;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class LiveCommandTest extends LiveCommandRuns {
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
  void display_isLeftAloneHoweverTheWindowIsRefused() throws IOException {
    Path settings = Files.writeString(folder.resolve("own.conf"), "headless = true\n");

    live("--source=demo", "--headless=true", "--frames=1");
    assertThat(withoutDisplay).isTrue();
    withoutDisplay = false;
    live("--source=demo", "--config", settings.toString(), "--frames=1");
    assertThat(withoutDisplay).isTrue();
    withoutDisplay = false;
    live("--source=demo", "--web=0", "--frames=1");
    assertThat(withoutDisplay).isTrue();
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

  @Test
  void record_isRefusedWhenItWouldDestroyTheSourceOrAnotherOutput() throws IOException {
    Path clip = Files.writeString(folder.resolve("clip.mp4"), "a clip");
    String same = folder.resolve("sub").resolve("..").resolve("clip.mp4").toString();
    String other = folder.resolve("x.mp4").toString();

    assertThat(live("--source", clip.toString(), "--headless", "--record", same))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(live("--source", "demo", "--headless", "--jsonl", other, "--record", other))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(clip).hasContent("a clip");
    assertThat(text(err)).contains("is also an input", "two outputs go to");
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
}
