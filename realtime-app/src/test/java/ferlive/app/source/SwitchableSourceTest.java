package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.testing.StateLog;
import ferlive.app.testing.TickingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SwitchableSourceTest {
  private final List<Long> seen = new ArrayList<>();

  @Test
  void use_goesOnAsOneStream() {
    TickingSource first = TickingSource.of(9, 10);
    TickingSource second = TickingSource.of(9, 10);
    List<Double> times = new ArrayList<>();
    try (SwitchableSource source =
        new SwitchableSource(first, f -> seen.add(f.sequence()), false)) {
      times.add(time(source));
      times.add(time(source));
      source.use(second);
      times.add(time(source));
      times.add(time(source));

      assertThat(first.isClosed()).isTrue();
      assertThat(second.isClosed()).isFalse();
    }

    assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
    assertThat(times).isSorted();
    assertThat(times.get(3)).isGreaterThan(times.get(1));
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void next_goesOverWhenTheFirstEnds() {
    try (SwitchableSource source =
        new SwitchableSource(TickingSource.of(0, 0), frame -> {}, false)) {
      source.use(TickingSource.of(1, 0));

      try (Frame frame = source.next().orElseThrow()) {
        assertThat(frame.sequence()).isZero();
      }
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void next_waitsAtTheEndForAnotherSource() throws Exception {
    try (SwitchableSource source =
        new SwitchableSource(TickingSource.of(0, 0), frame -> {}, true)) {
      CompletableFuture<Double> next = CompletableFuture.supplyAsync(() -> time(source));
      assertThatThrownBy(() -> next.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      source.use(TickingSource.of(1, 0));

      assertThat(next.get(10, TimeUnit.SECONDS)).isNotNegative();
    }
  }

  @Test
  @Timeout(30)
  void use_goesOverFromASourceThatIsLostAndTellsOfIt() {
    AppException unplugged = new AppException(ExitCode.SOURCE, "was unplugged");
    StateLog log = new StateLog();
    TickingSource second = TickingSource.of(1, 0);
    SupervisedSource lost =
        new SupervisedSource(
            TickingSource.failingAfter(0, unplugged),
            () -> {
              throw unplugged;
            },
            Supervision.ofCamera(Supervision.FOR_EVER));
    try (SwitchableSource source = new SwitchableSource(lost, frame -> {}, false)) {
      source.listen(
          state -> {
            log.accept(state);
            if (state instanceof SourceState.Lost && log.of(SourceState.Lost.class).size() == 1) {
              source.use(second);
            }
          });

      assertThat(time(source)).isZero();
    }

    assertThat(log.kinds()).containsExactly("Lost", "Replaced");
    assertThat(log.of(SourceState.Replaced.class).get(0).info()).isEqualTo(second.info());
  }

  @Test
  void use_leavesASourceBehindThatCannotBeClosed() {
    TickingSource first = TickingSource.hangingAfter(1);
    SupervisedSource hanging =
        new SupervisedSource(
            first, () -> TickingSource.of(0, 0), Supervision.ofCamera(Supervision.FOR_EVER));
    try (SwitchableSource source = new SwitchableSource(hanging, frame -> {}, false)) {
      time(source);
      first.awaitEnd();
      source.use(TickingSource.of(1, 0));

      assertThat(time(source)).isPositive();
    }
    first.release();
  }

  @Test
  void next_endsTheWaitWhenInterrupted() {
    try (SwitchableSource source =
        new SwitchableSource(TickingSource.of(0, 0), frame -> {}, true)) {
      Thread.currentThread().interrupt();

      assertThat(source.next()).isEmpty();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void use_closesOneThatWasNeverRead() {
    TickingSource unread = TickingSource.of(1, 0);
    TickingSource late = TickingSource.of(1, 0);
    SwitchableSource source = new SwitchableSource(TickingSource.of(1, 0), frame -> {}, false);
    source.use(unread);
    source.use(TickingSource.of(1, 0));
    source.close();
    source.use(late);

    assertThat(unread.isClosed()).isTrue();
    assertThat(late.isClosed()).isTrue();
  }

  private static double time(SwitchableSource source) {
    try (Frame frame = source.next().orElseThrow()) {
      return frame.time();
    }
  }
}
