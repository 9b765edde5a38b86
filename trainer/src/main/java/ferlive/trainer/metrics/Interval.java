package ferlive.trainer.metrics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Where a share would lie on other samples of the same kind.
 *
 * @param low lower end, 0..1
 * @param high upper end, 0..1
 */
public record Interval(double low, double high) {
  private static final int RESAMPLES = 1000;
  private static final double OUTSIDE = 0.05;
  private static final long SEED = 1;

  /**
   * The 95 % interval of an accuracy by the percentile bootstrap; the same at every call.
   *
   * <p>Source: Efron and Tibshirani 1993, chapter 13.
   *
   * @param right the samples that were right
   * @param samples how many there are, at least one
   */
  public static Interval ofAccuracy(BitSet right, int samples) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] accuracies = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int sum = 0;
      for (int drawn = 0; drawn < samples; drawn++) {
        sum += right.get(random.nextInt(samples)) ? 1 : 0;
      }
      accuracies[i] = (double) sum / samples;
    }
    Arrays.sort(accuracies);
    int cut = (int) (RESAMPLES * OUTSIDE / 2);
    return new Interval(accuracies[cut], accuracies[RESAMPLES - 1 - cut]);
  }
}
