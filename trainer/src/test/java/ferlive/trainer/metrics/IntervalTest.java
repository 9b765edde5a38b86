package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void ofAccuracy_isNearTheNormalInterval() {
    boolean[] right = new boolean[1000];
    Arrays.fill(right, 0, 700, true);

    Interval interval = Interval.ofAccuracy(right);

    double halfWidth = 1.96 * Math.sqrt(0.7 * 0.3 / 1000);
    assertThat(interval.low()).isCloseTo(0.7 - halfWidth, within(0.006));
    assertThat(interval.high()).isCloseTo(0.7 + halfWidth, within(0.006));
  }

  @Test
  void ofAccuracy_isTheSameAtEveryCall() {
    boolean[] right = {true, false, true, true};

    assertThat(Interval.ofAccuracy(right)).isEqualTo(Interval.ofAccuracy(right));
  }

  @Test
  void ofAccuracy_hasNoWidthWithAllRight() {
    assertThat(Interval.ofAccuracy(new boolean[] {true, true})).isEqualTo(new Interval(1, 1));
  }
}
