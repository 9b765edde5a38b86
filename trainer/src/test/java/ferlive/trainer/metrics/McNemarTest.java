package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class McNemarTest {
  @Test
  void of_countsWhatOneAloneGetsRight() {
    McNemar test = McNemar.of(samples(0, 10), samples(7, 12));

    assertThat(test.onlyFirst()).isEqualTo(7);
    assertThat(test.onlySecond()).isEqualTo(2);
  }

  @Test
  void of_givesTheExactProbability() {
    // Twice (C(9,0) + C(9,1) + C(9,2)) / 2^9.
    assertThat(McNemar.of(samples(0, 7), samples(7, 9)).p())
        .isCloseTo(2 * (1 + 9 + 36) / 512.0, within(1e-12));
  }

  @Test
  void of_isNearTheChiSquaredTestForLargeCounts() {
    // (|261 - 207| - 1)^2 / 468 = 6.002, of which chi squared with one degree says 0.01429.
    assertThat(McNemar.of(samples(0, 261), samples(261, 468)).p()).isCloseTo(0.0143, within(3e-4));
  }

  @Test
  void of_isCertainChanceForEqualModels() {
    assertThat(McNemar.of(samples(0, 5), samples(0, 5)).p()).isEqualTo(1);
    assertThat(McNemar.of(samples(0, 5), samples(5, 10)).p()).isEqualTo(1);
  }

  @Test
  void of_isFiniteForAWholeDataSet() {
    assertThat(McNemar.of(samples(0, 7178), new BitSet()).p()).isBetween(0.0, 1e-300);
  }

  private static BitSet samples(int from, int to) {
    BitSet samples = new BitSet();
    samples.set(from, to);
    return samples;
  }
}
