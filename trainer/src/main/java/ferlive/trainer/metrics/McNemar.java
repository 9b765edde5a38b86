package ferlive.trainer.metrics;

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
   * @param first whether the first model is right on each sample
   * @param second the same of the second
   */
  public static McNemar of(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " samples against " + second.length);
    }
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < first.length; i++) {
      onlyFirst += first[i] && !second[i] ? 1 : 0;
      onlySecond += second[i] && !first[i] ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond, p(onlyFirst, onlySecond));
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
