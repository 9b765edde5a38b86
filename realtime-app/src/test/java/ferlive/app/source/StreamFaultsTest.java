package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Clips;
import ferlive.app.testing.Fault;
import ferlive.app.testing.FaultyMjpegServer;
import ferlive.app.testing.PeakMemory;
import ferlive.app.testing.ProcessState;
import ferlive.app.testing.Soak;
import ferlive.app.testing.StateLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network camera with each fault, through FFmpeg, as `live` opens it. */
@Timeout(60)
class StreamFaultsTest {
  private static final int PARTS = 200;

  private final StateLog log = new StateLog();
  private long lastFrame;

  /** A stream must open in time; on a busy machine, loading FFmpeg alone may take as long. */
  @BeforeAll
  static void loadFfmpeg(@TempDir Path folder) throws IOException {
    av_log_set_level(AV_LOG_QUIET);
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 3);
    try (FrameSource source = Sources.open(clip.toString())) {
      source.next().orElseThrow().close();
    }
  }

  @Test
  void next_goesOnWithinTwoSecondsWhenTheServerCloses() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Close(60));
        FrameSource source = watched(server, Duration.ofSeconds(5))) {
      framesUntilBack(source);

      long lost = log.nanosOf(SourceState.Lost.class);
      assertThat(log.kinds()).containsExactly("Lost", "Connecting", "Online");
      assertThat(seconds(lastFrame, lost)).isLessThan(1);
      assertThat(seconds(lost, System.nanoTime())).isLessThan(2);
      assertThat(log.of(SourceState.Lost.class).get(0).reason())
          .startsWith("the stream ended or was lost");
      assertThat(log.toString()).doesNotContain("secret");
    }
  }

  @Test
  void next_findsAStallWithinHalfASecondOfItsLimit() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Stall(60));
        FrameSource source = watched(server, Duration.ofSeconds(2))) {
      framesUntilBack(source);

      assertThat(log.kinds()).containsExactly("Stalled", "Lost", "Connecting", "Online");
      assertThat(seconds(lastFrame, log.nanosOf(SourceState.Stalled.class))).isBetween(1.5, 2.5);
    }
  }

  @Test
  void open_failsInTimeWhenNoAnswerComes() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.NoHeaders())) {
      long start = System.nanoTime();

      assertThatThrownBy(() -> Sources.open(server.url()).close())
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
          .hasMessageEndingWith("did not open within 4 s")
          .hasMessageNotContaining("secret");
      assertThat(seconds(start, System.nanoTime())).isLessThan(5);
    }
  }

  static Stream<Fault> damagedParts() {
    return Stream.of(new Fault.TruncatedPart(PARTS), new Fault.Garbage(PARTS));
  }

  @ParameterizedTest
  @MethodSource("damagedParts")
  void next_goesOnThroughDamagedParts(Fault fault) {
    try (FaultyMjpegServer server = new FaultyMjpegServer(fault);
        FrameSource source = watched(server, Duration.ofSeconds(5))) {
      take(source, 1);
      int frames = 0;
      for (; log.kinds().isEmpty(); frames++) {
        take(source, 1);
      }

      assertThat(log.kinds()).as("no outage before the end").startsWith("Lost");
      assertThat(frames / (double) PARTS)
          .as("share of the parts that gave a frame; nothing can be seen in noise")
          .isGreaterThan(fault instanceof Fault.Garbage ? 0.48 : 0.6);
    }
  }

  @Test
  void next_passesOnEverySize() {
    Fault sizes = new Fault.Resize(List.of(320, 640, 3840, 1, 320));
    Set<Integer> widths = new LinkedHashSet<>();
    try (FaultyMjpegServer server = new FaultyMjpegServer(sizes);
        FrameSource source = watched(server, Duration.ofSeconds(5))) {
      for (int i = 0; i < 105; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          widths.add(frame.width());
        }
      }
    }

    assertThat(widths).contains(320, 640, 3840, 1);
  }

  @Test
  void next_holdsNoMemoryForALengthThatIsALie() {
    long sent = (long) Soak.count(160, 400) << 20;
    try (FaultyMjpegServer server =
            new FaultyMjpegServer(new Fault.LyingLength(2_000_000_000, sent));
        FrameSource source = watched(server, Duration.ofSeconds(5))) {
      take(source, 5);
      double before = ProcessState.residentMegabytes();

      try (PeakMemory peak = new PeakMemory()) {
        take(source, 2 * FaultyMjpegServer.GOOD_FRAMES);

        assertThat(peak.megabytes() - before).isLessThan(100);
      }
      assertThat(log.kinds()).as("the lie is skipped").isEmpty();
    }
  }

  @Test
  void next_comesBackFromAServerThatDrips() {
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.SlowDrip(30));
        FrameSource source = watched(server, Duration.ofSeconds(1))) {
      framesUntilBack(source);
      take(source, 10);

      assertThat(log.kinds()).containsExactly("Stalled", "Lost", "Connecting", "Online");
    }
  }

  @Test
  @Timeout(600)
  void next_leavesNothingBehindWhenTheServerFlaps() {
    Supervision rules =
        new Supervision(
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            Supervision.FOR_EVER);
    try (FaultyMjpegServer server = new FaultyMjpegServer(new Fault.Flap(15));
        FrameSource source = watched(server, rules)) {
      int times = 5;
      ProcessState before;
      ProcessState after;
      int round = 0;
      // Java's own memory may still grow in the first rounds; what is left behind grows in each.
      do {
        flap(source, times);
        before = ProcessState.now();
        times += Soak.count(8, 200);
        flap(source, times);
        after = ProcessState.now();
      } while (after.megabytes() - before.megabytes() >= 20 && ++round < 3);

      assertThat(after.threads()).isLessThanOrEqualTo(before.threads());
      assertThat(after.descriptors()).isBetween(before.descriptors() - 2, before.descriptors() + 2);
      assertThat(after.megabytes() - before.megabytes()).isLessThan(20);
      assertThat(after.nativeObjects() - before.nativeObjects()).isLessThanOrEqualTo(2);
    }
  }

  /** Until it came back so often, and some frames on. */
  private void flap(FrameSource source, int times) {
    while (log.of(SourceState.Online.class).size() < times) {
      take(source, 1);
    }
    take(source, 5);
  }

  private void framesUntilBack(FrameSource source) {
    while (log.of(SourceState.Online.class).isEmpty()) {
      lastFrame = System.nanoTime();
      take(source, 1);
    }
  }

  private static void take(FrameSource source, int frames) {
    for (int i = 0; i < frames; i++) {
      source.next().orElseThrow().close();
    }
  }

  private FrameSource watched(FaultyMjpegServer server, Duration silence) {
    return watched(
        server,
        new Supervision(
            Duration.ofSeconds(10),
            silence,
            Duration.ZERO,
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Supervision.FOR_EVER));
  }

  private FrameSource watched(FaultyMjpegServer server, Supervision rules) {
    FrameSource source =
        new SupervisedSource(Sources.open(server.url()), () -> Sources.open(server.url()), rules);
    source.listen(log);
    return source;
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
