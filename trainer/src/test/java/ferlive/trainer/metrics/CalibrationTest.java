package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void error_weighsTheGapsOfTheBins() {
    // Two in the bin of 0.9 (one right), two in the bin of 0.5 (both right).
    double[] certainty = {0.9, 0.92, 0.5, 0.5};
    boolean[] right = {true, false, true, true};

    double error = Calibration.error(certainty, right);

    assertThat(error).isCloseTo((2 * (0.91 - 0.5) + 2 * (1 - 0.5)) / 4, within(1e-12));
  }

  @Test
  void error_isZeroWithFullCertaintyThatIsRight() {
    assertThat(Calibration.error(new double[] {1, 1}, new boolean[] {true, true})).isZero();
  }

  @Test
  void error_isZeroWithoutSamples() {
    assertThat(Calibration.error(new double[0], new boolean[0])).isZero();
  }
}
