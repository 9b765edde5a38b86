package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void ofAccuracy_isNearTheNormalInterval() {
    Interval interval = Interval.ofAccuracy(first(700), 1000);

    double halfWidth = 1.96 * Math.sqrt(0.7 * 0.3 / 1000);
    assertThat(interval.low()).isCloseTo(0.7 - halfWidth, within(0.006));
    assertThat(interval.high()).isCloseTo(0.7 + halfWidth, within(0.006));
  }

  @Test
  void ofAccuracy_isTheSameAtEveryCall() {
    assertThat(Interval.ofAccuracy(first(3), 4)).isEqualTo(Interval.ofAccuracy(first(3), 4));
  }

  @Test
  void ofAccuracy_hasNoWidthWithAllRight() {
    assertThat(Interval.ofAccuracy(first(2), 2)).isEqualTo(new Interval(1, 1));
  }

  private static BitSet first(int right) {
    BitSet samples = new BitSet();
    samples.set(0, right);
    return samples;
  }
}
