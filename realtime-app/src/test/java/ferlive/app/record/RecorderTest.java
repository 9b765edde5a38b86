package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.view.Command;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
@Timeout(60)
class RecorderTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  /** As a camera gives them that slows down in the dark. */
  private static final double[] TIMES = {7.0, 7.033, 7.1, 7.104, 7.5, 9.25};

  private final List<String> news = new CopyOnWriteArrayList<>();
  private final SharedView view = new SharedView(View.initial());
  @TempDir private Path folder;

  /** What the libraries make once and keep must not count as left behind. */
  @BeforeEach
  void warmUp() {
    redInTheCorner(record(folder.resolve("warm-up.mp4"), false));
    news.clear();
  }

  @Test
  void recording_playsEachPictureAtItsTimeFromTheFirstOn() {
    Path file = record(false);

    List<Double> times = new ArrayList<>();
    try (FrameSource video = Sources.open(file.toString())) {
      for (Optional<Frame> next = video.next(); next.isPresent(); next = video.next()) {
        try (Frame frame = next.get()) {
          times.add(frame.time());
        }
      }
    }
    assertThat(times).hasSize(TIMES.length);
    for (int i = 0; i < TIMES.length; i++) {
      assertThat(times.get(i)).isCloseTo(TIMES[i] - TIMES[0], within(0.001));
    }
    assertThat(news).containsExactly("recording to " + file, "recorded " + file);
  }

  @Test
  void recording_isForItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(record(false))))
        .isEqualTo("rw-------");
  }

  @Test
  void recording_isMarkedOrClean() {
    assertThat(redInTheCorner(record(false))).hasSize(TIMES.length).allMatch(red -> red > 100);
    assertThat(redInTheCorner(record(true))).hasSize(TIMES.length).allMatch(red -> red < 20);
  }

  @Test
  void recording_isBlurredAlsoWhenItIsClean() throws IOException {
    Path sharp = record(true);
    view.apply(Command.BLUR);
    Path blurred = record(true);

    assertThat(rise(sharp)).isGreaterThan(10);
    assertThat(rise(blurred)).isLessThan(5);
  }

  @Test
  void accept_doesNotWaitForTheEncoderAndCountsWhatIsDropped() {
    Path file = folder.resolve("fast.mp4");
    long longest = 0;
    try (Frames frames = new Frames();
        Frame picture = frames.plain(1920, 1080, 90);
        Recorder recorder = recorder(false)) {
      recorder.start(file);
      for (int i = 0; i < 60; i++) {
        try (Frame frame = frames.copy(picture, i, i / 30.0)) {
          long start = System.nanoTime();
          recorder.accept("in", frame, FixedAnalyzer.result(i, i / 30.0, 1920, 1080));
          longest = Math.max(longest, System.nanoTime() - start);
        }
      }
      recorder.stop();
    }

    assertThat(longest).isLessThan(TimeUnit.SECONDS.toNanos(1));
    assertThat(news.get(1)).contains("pictures were dropped");
  }

  @Test
  void recording_withoutAPictureLeavesNoFileAndSaysSo() {
    Path file = folder.resolve("none.mp4");
    try (Recorder recorder = recorder(false)) {
      recorder.start(file);
    }

    assertThat(file).doesNotExist();
    assertThat(news).last().isEqualTo("no picture came, " + file + " is not written");
  }

  @Test
  void start_refusesWhatCannotBeWritten() {
    try (Recorder recorder = recorder(false)) {
      Path file = folder.resolve("nowhere/a.mp4");

      assertThatThrownBy(() -> recorder.start(file))
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
          .hasMessageContaining("nowhere");
      assertThat(recorder.isRecording()).isFalse();
    }
  }

  @Test
  void fullDisk_endsTheRecordingIsToldAndThrownAtTheEnd() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: there is no " + full);
    Path file = Files.createSymbolicLink(folder.resolve("full.mp4"), full);

    assertThatThrownBy(() -> record(file, false))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining("full.mp4");

    assertThat(news.get(1)).contains("full.mp4: cannot be written");
  }

  private Recorder recorder(boolean clean) {
    return new Recorder(FixedAnalyzer.LABELS, view, clean, true, news::add);
  }

  private Path record(boolean clean) {
    return record(folder.resolve("a" + news.size() + ".mp4"), clean);
  }

  private Path record(Path file, boolean clean) {
    try (Frames frames = new Frames();
        Frame picture = frames.gradient(WIDTH, HEIGHT, 20, 3);
        Recorder recorder = recorder(clean)) {
      recorder.start(file);
      for (int i = 0; i < TIMES.length; i++) {
        try (Frame frame = frames.copy(picture, i, TIMES[i])) {
          recorder.accept("in", frame, FixedAnalyzer.result(2L * i, TIMES[i], WIDTH, HEIGHT));
        }
      }
    }
    return file;
  }

  /** By how much the corner of the mark is more red than green, picture by picture. */
  private static List<Integer> redInTheCorner(Path file) {
    List<Integer> reds = new ArrayList<>();
    try (FrameSource video = Sources.open(file.toString())) {
      for (Optional<Frame> next = video.next(); next.isPresent(); next = video.next()) {
        try (Frame frame = next.get();
            UByteIndexer pixels = frame.image().createIndexer()) {
          reds.add(pixels.get(2, WIDTH - 3, 2) - pixels.get(2, WIDTH - 3, 1));
        }
      }
    }
    return reds;
  }

  /** By how much a picture that grows brighter does so within one tile of its blurred face. */
  private static int rise(Path file) {
    try (FrameSource video = Sources.open(file.toString());
        Frame frame = video.next().orElseThrow();
        UByteIndexer pixels = frame.image().createIndexer()) {
      return pixels.get(45, 39, 1) - pixels.get(45, 34, 1);
    }
  }
}
