package ferlive.trainer.metrics;

import java.util.BitSet;

/**
 * Whether two models differ on the same samples by more than chance: McNemar's test, in its exact
 * form at any number of samples.
 *
 * <p>Source: McNemar 1947; the exact form is a sign test on the samples that one of them alone gets
 * right.
 *
 * @param onlyFirst samples that the first gets right and the second wrong
 * @param onlySecond samples that the second gets right and the first wrong
 * @param p probability of a division at least as uneven, were both equally good; 0..1
 */
public record McNemar(int onlyFirst, int onlySecond, double p) {
  /**
   * Tests.
   *
   * @param first the samples that the first model gets right
   * @param second those of the second
   */
  public static McNemar of(BitSet first, BitSet second) {
    int both = common(first, second);
    int onlyFirst = first.cardinality() - both;
    int onlySecond = second.cardinality() - both;
    return new McNemar(onlyFirst, onlySecond, p(onlyFirst, onlySecond));
  }

  private static int common(BitSet first, BitSet second) {
    BitSet both = (BitSet) first.clone();
    both.and(second);
    return both.cardinality();
  }

  /** Twice the tail of a fair coin, summed by logarithms: 2^-n is 0 as a number for large n. */
  private static double p(int one, int other) {
    int n = one + other;
    double logTerm = -n * Math.log(2);
    double tail = 0;
    for (int k = 0; k <= Math.min(one, other); k++) {
      tail += Math.exp(logTerm);
      logTerm += Math.log(n - k) - Math.log(k + 1.0);
    }
    return Math.min(1, 2 * tail);
  }
}
