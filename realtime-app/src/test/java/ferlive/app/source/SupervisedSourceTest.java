package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.StateLog;
import ferlive.app.testing.TickingSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SupervisedSourceTest {
  private final AppException unplugged = new AppException(ExitCode.SOURCE, "was unplugged");
  private final StateLog log = new StateLog();
  private final List<TickingSource> opened = new CopyOnWriteArrayList<>();

  @AfterEach
  void release() {
    opened.forEach(TickingSource::release);
  }

  @Test
  void next_countsOnThroughAnOutage() {
    SupervisedSource source =
        watch(() -> TickingSource.failingAfter(3, unplugged), rules(Supervision.FOR_EVER));

    List<Frame> frames = take(source, 8);

    assertThat(frames).extracting(Frame::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(frames).extracting(Frame::time).isSorted();
    assertThat(frames.get(3).time() - frames.get(2).time())
        .as("the outage of some 50 ms, by the clock")
        .isBetween(0.03, 5.0);
    assertThat(log.kinds())
        .containsExactly("Lost", "Connecting", "Online", "Lost", "Connecting", "Online");
    assertThat(log.of(SourceState.Lost.class).get(0).reason()).isEqualTo("was unplugged");
    close(source, frames);
    assertThat(opened).allMatch(TickingSource::isClosed);
  }

  @Test
  void next_findsASourceStalledThatGivesNoPicture() {
    SupervisedSource source = watch(() -> TickingSource.hangingAfter(2), rules(1));
    List<Frame> frames = take(source, 1);
    long beforeTheLast = System.nanoTime();
    frames.addAll(take(source, 1));

    frames.addAll(take(source, 1));

    assertThat((log.nanosOf(SourceState.Stalled.class) - beforeTheLast) / 1e9)
        .as("the limit is 0.5 s here; a busy machine looks late")
        .isBetween(0.5, 5.0);
    assertThat(log.of(SourceState.Stalled.class).get(0).reason()).startsWith("no picture for");
    assertThat(log.kinds()).containsExactly("Stalled", "Lost", "Connecting", "Online");
    opened.forEach(TickingSource::release);
    close(source, frames);
  }

  @Test
  void next_findsACameraFrozenThatRepeatsItself() {
    Supervision frozen =
        new Supervision(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            0);
    SupervisedSource source = watch(() -> TickingSource.of(1_000, 5).showing(7), frozen);

    assertThatThrownBy(() -> take(source, 1_000)).hasMessageContaining("has not changed");
    assertThat(log.kinds()).containsExactly("Stalled");
    source.close();
  }

  @Test
  void next_givesUpAfterTheRetriesAllowed() {
    SupervisedSource source =
        new SupervisedSource(
            TickingSource.failingAfter(1, unplugged),
            () -> {
              throw new AppException(ExitCode.SOURCE, "ticking: there is no such camera");
            },
            rules(3));
    source.listen(log);
    List<Frame> frames = take(source, 1);

    assertThatThrownBy(source::next)
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
        .hasMessage(
            "ticking is lost for good after 3 attempts to open it again: there is no such camera");
    assertThat(log.of(SourceState.Connecting.class))
        .extracting(SourceState.Connecting::attempt)
        .containsExactly(1, 2, 3);
    close(source, frames);
  }

  @Test
  void next_holdsFewThreadsWhenEveryConnectionHangs() {
    SupervisedSource source = watch(() -> TickingSource.hangingAfter(1), rules(12));

    assertThatThrownBy(() -> take(source, 100)).isInstanceOf(AppException.class);

    assertThat(opened).as("sources that were opened and hang").hasSizeLessThanOrEqualTo(4);
    opened.forEach(TickingSource::release);
    source.close();
  }

  @Test
  void next_endsAtAnInterrupt() {
    SupervisedSource source = watch(() -> TickingSource.hangingAfter(0), rules(1));
    Thread.currentThread().interrupt();

    assertThat(source.next()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    opened.forEach(TickingSource::release);
    source.close();
  }

  @Test
  void abandon_endsTheWaitForASourceThatIsLost() {
    SupervisedSource source =
        new SupervisedSource(
            TickingSource.failingAfter(0, unplugged),
            () -> {
              throw unplugged;
            },
            rules(Supervision.FOR_EVER));
    source.listen(state -> source.abandon());

    assertThat(source.next()).isEmpty();
    source.close();
  }

  @Test
  void close_namesTheSourceThatHangs() {
    SupervisedSource source = watch(() -> TickingSource.hangingAfter(1), rules(1));
    List<Frame> frames = take(source, 1);
    opened.get(0).awaitEnd();
    long start = System.nanoTime();

    assertThatThrownBy(source::close)
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
        .hasMessageContaining("ticking hangs");
    assertThat((System.nanoTime() - start) / 1e9).isBetween(2.0, 8.0);
    assertThat(opened.get(0).isClosed()).as("freed under the native call").isFalse();
    frames.forEach(Frame::close);
  }

  private SupervisedSource watch(Supplier<TickingSource> opening, Supervision rules) {
    Supplier<FrameSource> remembered =
        () -> {
          TickingSource source = opening.get();
          opened.add(source);
          return source;
        };
    SupervisedSource source = new SupervisedSource(remembered.get(), remembered, rules);
    source.listen(log);
    return source;
  }

  /** Short times; a picture may stay the same. */
  private static Supervision rules(int maxRetries) {
    return new Supervision(
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ZERO,
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        maxRetries);
  }

  private static List<Frame> take(FrameSource source, int count) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(source.next().orElseThrow());
    }
    return frames;
  }

  private static void close(FrameSource source, List<Frame> frames) {
    frames.forEach(Frame::close);
    source.close();
  }
}
