package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConfusionTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Rows are true classes: 3 1 0 / 2 4 0 / 0 0 0; the third class does not occur. */
  private static final Confusion CONFUSION =
      Confusion.of(
          new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1, 1}, new int[] {0, 0, 0, 1, 0, 0, 1, 1, 1, 1}, 3);

  @Test
  void counts_areByTruthThenChoice() {
    assertThat(CONFUSION.count(0, 1)).isEqualTo(1);
    assertThat(CONFUSION.count(1, 0)).isEqualTo(2);
    assertThat(CONFUSION.support(1)).isEqualTo(6);
    assertThat(CONFUSION.total()).isEqualTo(10);
    assertThat(CONFUSION.classes()).isEqualTo(3);
  }

  @Test
  void figures_ofClassesAreThoseByHand() {
    assertThat(CONFUSION.accuracy()).isCloseTo(0.7, EXACT);
    assertThat(CONFUSION.precision(0)).isCloseTo(3 / 5.0, EXACT);
    assertThat(CONFUSION.recall(0)).isCloseTo(3 / 4.0, EXACT);
    assertThat(CONFUSION.f1(0)).isCloseTo(6 / 9.0, EXACT);
    assertThat(CONFUSION.precision(1)).isCloseTo(4 / 5.0, EXACT);
    assertThat(CONFUSION.recall(1)).isCloseTo(4 / 6.0, EXACT);
    assertThat(CONFUSION.f1(1)).isCloseTo(8 / 11.0, EXACT);
  }

  @Test
  void means_leaveOutTheClassThatDoesNotOccur() {
    assertThat(CONFUSION.macroF1()).isCloseTo((6 / 9.0 + 8 / 11.0) / 2, EXACT);
    assertThat(CONFUSION.balancedAccuracy()).isCloseTo((3 / 4.0 + 4 / 6.0) / 2, EXACT);
  }

  @Test
  void figures_areZeroWithoutSamples() {
    Confusion empty = Confusion.of(new int[0], new int[0], 2);

    assertThat(empty.accuracy()).isZero();
    assertThat(empty.macroF1()).isZero();
    assertThat(empty.f1(0)).isZero();
  }
}
