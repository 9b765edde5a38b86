package ferlive.trainer.metrics;

import java.util.function.IntToDoubleFunction;

/**
 * Counts of true against chosen class, and the figures that follow from them. Immutable.
 *
 * <p>A class that does not occur is left out of the means over classes.
 */
public final class Confusion {
  private final int[][] counts;

  private Confusion(int[][] counts) {
    this.counts = counts;
  }

  /**
   * Counts.
   *
   * @param truth class of each sample
   * @param chosen winner of each sample
   * @param classes number of classes
   */
  public static Confusion of(int[] truth, int[] chosen, int classes) {
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][chosen[i]]++;
    }
    return new Confusion(counts);
  }

  public int classes() {
    return counts.length;
  }

  /** How many samples of class {@code truth} were taken for {@code chosen}. */
  public int count(int truth, int chosen) {
    return counts[truth][chosen];
  }

  /** Samples of a class. */
  public int support(int truth) {
    int sum = 0;
    for (int n : counts[truth]) {
      sum += n;
    }
    return sum;
  }

  private int timesChosen(int chosen) {
    int sum = 0;
    for (int[] row : counts) {
      sum += row[chosen];
    }
    return sum;
  }

  public int total() {
    int sum = 0;
    for (int k = 0; k < classes(); k++) {
      sum += support(k);
    }
    return sum;
  }

  /** Share of right winners. */
  public double accuracy() {
    int right = 0;
    for (int k = 0; k < classes(); k++) {
      right += counts[k][k];
    }
    return ratio(right, total());
  }

  /** Of the samples taken for a class, the share that is of it; 0 when none was. */
  public double precision(int k) {
    return ratio(counts[k][k], timesChosen(k));
  }

  /** Of the samples of a class, the share that was taken for it; 0 when there are none. */
  public double recall(int k) {
    return ratio(counts[k][k], support(k));
  }

  /** Harmonic mean of precision and recall. */
  public double f1(int k) {
    return ratio(2.0 * counts[k][k], support(k) + timesChosen(k));
  }

  /** Mean of the classes' F1. */
  public double macroF1() {
    return mean(this::f1);
  }

  /** Mean of the classes' recall. */
  public double balancedAccuracy() {
    return mean(this::recall);
  }

  private double mean(IntToDoubleFunction figure) {
    double sum = 0;
    int present = 0;
    for (int k = 0; k < classes(); k++) {
      if (support(k) > 0) {
        sum += figure.applyAsDouble(k);
        present++;
      }
    }
    return ratio(sum, present);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
