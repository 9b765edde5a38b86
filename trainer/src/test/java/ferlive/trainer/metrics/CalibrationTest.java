package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void error_weighsTheGapsOfTheBins() {
    // Two in the bin of 0.9 (one right), two in the bin of 0.5 (both right).
    Calibration calibration =
        Calibration.of(new double[] {0.9, 0.92, 0.5, 0.5}, BitSet.valueOf(new byte[] {0b1101}));

    assertThat(calibration.error())
        .isCloseTo((2 * (0.91 - 0.5) + 2 * (1 - 0.5)) / 4, within(1e-12));
  }

  @Test
  void bins_haveMeansOfTheirSamples() {
    Calibration calibration =
        Calibration.of(new double[] {0.9, 0.92, 1}, BitSet.valueOf(new byte[] {0b001}));

    assertThat(calibration.bins()).hasSize(15);
    Calibration.Bin bin = calibration.bins().get(13);
    assertThat(bin.count()).isEqualTo(2);
    assertThat(bin.certainty()).isCloseTo(0.91, within(1e-12));
    assertThat(bin.accuracy()).isEqualTo(0.5);
    assertThat(calibration.bins().get(14)).isEqualTo(new Calibration.Bin(1, 1, 0));
    assertThat(calibration.bins().get(0)).isEqualTo(new Calibration.Bin(0, 0, 0));
  }

  @Test
  void error_isZeroWithoutSamples() {
    assertThat(Calibration.of(new double[0], new BitSet()).error()).isZero();
  }
}
