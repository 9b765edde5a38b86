package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveStatsTest {
  private long now;
  private final LiveStats stats = new LiveStats(() -> now);

  @Test
  void snapshot_isZeroBeforeTheFirstFrame() {
    LiveStats.Snapshot snapshot = stats.snapshot();

    assertThat(snapshot).isEqualTo(new LiveStats.Snapshot(0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void snapshot_givesRatesFromIntervalsNotFromStamps() {
    for (int i = 0; i < 10; i++) {
      stats.captured();
      if (i % 2 == 0) {
        stats.analysed(now);
      }
      now += TimeUnit.MILLISECONDS.toNanos(100);
    }

    assertThat(stats.snapshot().captureFps()).isCloseTo(10, within(1e-9));
    assertThat(stats.snapshot().analysisFps()).isCloseTo(5, within(1e-9));
  }

  @Test
  void snapshot_forgetsTheRateWhenNoFrameComesForTwoSeconds() {
    stats.captured();
    now += 1_000_000;
    stats.captured();
    now += 3_000_000_000L;

    assertThat(stats.snapshot().captureFps()).isZero();
  }

  @Test
  void snapshot_keepsTheRateOfManyFrames() {
    for (int i = 0; i < 5000; i++) {
      stats.captured();
      now += 1_000_000;
    }

    assertThat(stats.snapshot().captureFps()).isCloseTo(1000, within(1e-6));
  }

  @Test
  void snapshot_givesDelaysInMilliseconds() {
    now = 50_000_000;
    for (int i = 0; i < 19; i++) {
      stats.analysed(30_000_000);
    }
    stats.analysed(0);

    LiveStats.Snapshot snapshot = stats.snapshot();
    assertThat(snapshot.delayMillis()).isEqualTo(50);
    assertThat(snapshot.delayP50Millis()).isCloseTo(20, within(0.1));
    assertThat(snapshot.delayP95Millis()).isCloseTo(20, within(0.1));
  }
}
