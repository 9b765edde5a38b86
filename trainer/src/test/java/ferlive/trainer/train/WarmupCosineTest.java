package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmupCosineTest {
  private static final WarmupCosine SCHEDULE = new WarmupCosine(0.1, 10, 110);

  @ParameterizedTest
  @CsvSource({
    "0, 0.01", // rises in a line
    "4, 0.05",
    "9, 0.1",
    "10, 0.1", // peak
    "60, 0.0505", // half way between peak and floor
    "110, 0.001", // a hundredth of the peak
    "500, 0.001"
  })
  void valueAt_followsWarmupAndCosine(int step, double expected) {
    assertThat(SCHEDULE.valueAt(step, 0)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void valueAt_startsAtPeakWithoutWarmup() {
    assertThat(new WarmupCosine(0.1, 0, 5).valueAt(0, 0)).isEqualTo(0.1);
  }

  @Test
  void clone_hasTheSameValues() {
    WarmupCosine copy = SCHEDULE.clone();

    assertThat(copy).isNotSameAs(SCHEDULE);
    assertThat(copy.valueAt(37, 0)).isEqualTo(SCHEDULE.valueAt(37, 0));
  }
}
