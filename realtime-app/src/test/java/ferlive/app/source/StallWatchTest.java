package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallWatchTest {
  private static final long MILLI = 1_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void isStalled_fromTheLimitOn() {
    StallWatch watch = new StallWatch(0);

    assertThat(firstStall(watch, 0)).isEqualTo(5000);
    watch.pictureCame(7000 * MILLI);
    assertThat(firstStall(watch, 7000)).isEqualTo(12000);
  }

  @Test
  void isStalled_notWhenTheWatchItselfWasAway() {
    StallWatch watch = new StallWatch(0);
    watch.isStalled(100 * MILLI, LIMIT);

    assertThat(watch.isStalled(20_100 * MILLI, LIMIT)).as("stopped for 20 s").isFalse();
    assertThat(firstStall(watch, 20_100)).as("its whole time again").isEqualTo(25_100);
  }

  /** In rounds of 100 ms. */
  private static long firstStall(StallWatch watch, long fromMillis) {
    long now = fromMillis;
    while (!watch.isStalled(now * MILLI, LIMIT)) {
      now += 100;
    }
    return now;
  }
}
