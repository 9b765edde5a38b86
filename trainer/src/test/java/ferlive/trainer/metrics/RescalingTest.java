package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RescalingTest {
  private static final int SAMPLES = 20_000;

  /** Probabilities that say how often each class is right, and the classes drawn from them. */
  private final float[][] honest = new float[SAMPLES][3];

  private final int[] truth = new int[SAMPLES];

  RescalingTest() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int i = 0; i < SAMPLES; i++) {
      float winner = random.nextFloat(0.4f, 1);
      float second = (1 - winner) * 0.7f;
      honest[i] = new float[] {winner, second, 1 - winner - second};
      float drawn = random.nextFloat();
      truth[i] = drawn < winner ? 0 : drawn < winner + second ? 1 : 2;
    }
  }

  @Test
  void fit_findsTheEvenShareThatWasMixedIn() {
    float[][] smoothed = smoothed(honest, 0.15f);

    Rescaling fitted = Rescaling.fit(smoothed, truth);

    assertThat(fitted.smoothing()).isBetween(0.1, 0.2);
    assertThat(fitted.temperature().value()).isCloseTo(1, within(0.1));
    assertThat(Evaluation.of(smoothed, truth).calibration().error()).isGreaterThan(0.03);
    assertThat(Evaluation.of(fitted.apply(smoothed), truth).calibration().error())
        .isLessThan(0.015);
  }

  @Test
  void fit_isTheTemperatureWhereNothingWasMixedIn() {
    Rescaling fitted = Rescaling.fit(new Temperature(2).apply(honest), truth);

    assertThat(fitted.smoothing()).isLessThan(0.03);
    assertThat(fitted.temperature().value()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void apply_keepsOrderAndSumAndEveryClassPossible() {
    float[] row =
        new Rescaling(new Temperature(1.2), 0.3).apply(new float[][] {{0.85f, 0.11f, 0.04f}})[0];

    assertThat(row[0]).isGreaterThan(row[1]);
    assertThat(row[1]).isGreaterThan(row[2]);
    assertThat(row[2]).isPositive();
    assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void apply_isTheTemperatureWithoutSmoothing() {
    Temperature temperature = new Temperature(1.3);

    assertThat(new Rescaling(temperature, 0).apply(honest))
        .isDeepEqualTo(temperature.apply(honest));
  }

  @Test
  void new_failsOutsideOfItsRange() {
    for (double smoothing : new double[] {-0.01, 0.31, Double.NaN}) {
      assertThatThrownBy(() -> new Rescaling(Temperature.NONE, smoothing))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static float[][] smoothed(float[][] rows, float share) {
    return Arrays.stream(rows)
        .map(
            row -> {
              float[] mixed = new float[row.length];
              for (int k = 0; k < row.length; k++) {
                mixed[k] = (1 - share) * row[k] + share / row.length;
              }
              return mixed;
            })
        .toArray(float[][]::new);
  }
}
