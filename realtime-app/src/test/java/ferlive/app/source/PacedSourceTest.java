package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Frame;
import ferlive.app.testing.NoNativeLeaks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class PacedSourceTest {
  private long now = 1_000;
  private long heldUntil;
  private final List<Long> sleeps = new ArrayList<>();

  @Test
  void next_waitsUntilTheFrameIsDue() {
    try (PacedSource source = paced()) {
      take(source);
      take(source);
      now += 10_000_000;
      take(source);

      assertThat(sleeps).hasSize(2);
      assertThat((double) sleeps.get(0)).isCloseTo(1e9 / 30, within(2.0));
      assertThat((double) sleeps.get(1)).isCloseTo(1e9 / 30 - 1e7, within(2.0));
    }
  }

  @Test
  void next_datesTheFrameWhenItIsDue() {
    try (PacedSource source = paced()) {
      take(source);

      assertThat(take(source)).isEqualTo(now);
    }
  }

  @Test
  void next_catchesUpWithoutWaitingWhenALittleLate() {
    try (PacedSource source = paced()) {
      take(source);
      now += 70_000_000;
      take(source);
      take(source);

      assertThat(sleeps).isEmpty();
    }
  }

  @Test
  void next_goesOnAtItsSpeedAfterALongPause() {
    try (PacedSource source = paced()) {
      take(source);
      now += 60_000_000_000L;
      take(source);
      take(source);

      assertThat(sleeps).hasSize(1);
    }
  }

  @Test
  void next_endsWhenInterrupted() {
    try (PacedSource source =
        new PacedSource(
            new DemoSource(),
            () -> false,
            () -> now,
            nanos -> Thread.currentThread().interrupt())) {
      take(source);

      assertThat(source.next()).isEmpty();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void next_standsStillWhileHeldAndGoesOnFromThere() {
    try (PacedSource source = paced()) {
      take(source);
      heldUntil = now + 60_000_000_000L;

      assertThat(take(source)).isGreaterThanOrEqualTo(heldUntil);

      sleeps.clear();
      take(source);
      assertThat(sleeps).hasSize(1);
      assertThat((double) sleeps.get(0)).isCloseTo(1e9 / 30, within(2.0));
    }
  }

  @Test
  void next_endsWhenInterruptedWhileHeld() {
    try (PacedSource source =
        new PacedSource(
            new DemoSource(), () -> true, () -> now, nanos -> Thread.currentThread().interrupt())) {
      assertThat(source.next()).isEmpty();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private PacedSource paced() {
    return new PacedSource(
        new DemoSource(),
        () -> now < heldUntil,
        () -> now,
        nanos -> {
          sleeps.add(nanos);
          now += nanos;
        });
  }

  private static long take(PacedSource source) {
    try (Frame frame = source.next().orElseThrow()) {
      return frame.capturedAtNanos();
    }
  }
}
