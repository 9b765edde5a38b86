package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParityTest {
  private static final float[][] EXPECTED = {{0.6f, 0.4f}, {0.30004f, 0.69996f}};

  @Test
  void of_holdsForRounding() {
    Parity parity = Parity.of(EXPECTED, new float[][] {{0.6f, 0.4f}, {0.30009f, 0.69991f}});

    assertThat(parity.maxDifference()).isCloseTo(5e-5, within(1e-6));
    assertThat(parity.differentWinners()).isZero();
    assertThat(parity.holds()).isTrue();
  }

  @Test
  void of_failsForALargerDifference() {
    assertThat(Parity.of(EXPECTED, new float[][] {{0.6f, 0.4f}, {0.3003f, 0.6997f}}).holds())
        .isFalse();
  }

  @Test
  void of_failsForAnotherWinnerHoweverClose() {
    float[][] one = {{0.50001f, 0.49999f}};
    float[][] other = {{0.49999f, 0.50001f}};

    Parity parity = Parity.of(one, other);

    assertThat(parity.differentWinners()).isEqualTo(1);
    assertThat(parity.holds()).isFalse();
  }

  @Test
  void of_failsForNaN() {
    assertThat(Parity.of(EXPECTED, new float[][] {{Float.NaN, 0.4f}, {0.3f, 0.7f}}).holds())
        .isFalse();
  }

  @Test
  void of_failsForAnotherNumberOfFaces() {
    assertThatThrownBy(() -> Parity.of(EXPECTED, new float[][] {{0.6f, 0.4f}}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
