package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TemperatureTest {
  /** Certain to 0.9 and right 7 times in 10. */
  private static final float[][] SURE = new float[10][];

  private static final int[] TRUTH = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1};

  static {
    java.util.Arrays.fill(SURE, new float[] {0.9f, 0.1f});
  }

  @Test
  void fit_makesCertaintyTheShareOfRightOnes() {
    Temperature temperature = Temperature.fit(SURE, TRUTH);

    double logit = Math.log(0.9 / 0.1);
    assertThat(temperature.value()).isCloseTo(logit / Math.log(0.7 / 0.3), within(1e-6));
    assertThat((double) temperature.apply(SURE)[0][0]).isCloseTo(0.7, within(1e-6));
  }

  @Test
  void fit_asksOnlyWhetherTheWinnerIsRight() {
    // Right 6 times in 10 at 0.6: calibrated, however badly the rest is divided.
    float[][] probabilities = new float[10][];
    java.util.Arrays.fill(probabilities, new float[] {0.6f, 0.39f, 0.01f});
    int[] truth = {0, 0, 0, 0, 0, 0, 2, 2, 2, 2};

    assertThat(Temperature.fit(probabilities, truth).value()).isCloseTo(1, within(1e-5));
  }

  @Test
  void fit_isOneForWhatIsCalibrated() {
    Temperature temperature = Temperature.fit(SURE, TRUTH);

    assertThat(Temperature.fit(temperature.apply(SURE), TRUTH).value()).isCloseTo(1, within(1e-5));
  }

  @Test
  void fit_staysInBoundsWhenAllIsRightOrWrong() {
    assertThat(Temperature.fit(SURE, new int[10]).value()).isBetween(0.049, 0.06);
    int[] wrong = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    assertThat(Temperature.fit(SURE, wrong).value()).isBetween(19.9, 20.1);
  }

  @Test
  void apply_keepsZerosAndSums() {
    float[] row = new Temperature(2).apply(new float[][] {{1, 0, 0}})[0];

    assertThat(row).containsExactly(new float[] {1, 0, 0}, within(1e-6f));
  }

  @Test
  void new_failsWithoutAPositiveNumber() {
    for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Temperature(value)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
