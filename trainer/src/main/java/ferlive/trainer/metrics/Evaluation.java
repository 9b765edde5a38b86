package ferlive.trainer.metrics;

import java.util.BitSet;

/**
 * All figures of a model on labelled samples.
 *
 * @param confusion true against chosen classes
 * @param top2 share of samples whose class is among the two most probable, 0..1
 * @param negativeLogLikelihood mean of -ln of the true class's probability, in nats
 * @param brier mean over the samples of the squared distance between probabilities and truth, 0..2
 * @param calibration certainty against accuracy
 * @param accuracyInterval 95 % interval of the accuracy
 */
public record Evaluation(
    Confusion confusion,
    double top2,
    double negativeLogLikelihood,
    double brier,
    Calibration calibration,
    Interval accuracyInterval) {
  /** One probability that was rounded to 0 must not make the mean infinite. */
  private static final double SMALLEST = 1e-12;

  /**
   * Measures.
   *
   * @param probabilities {@code [samples][classes]}, at least one sample
   * @param truth class of each sample
   */
  public static Evaluation of(float[][] probabilities, int[] truth) {
    int samples = truth.length;
    int[] winners = new int[samples];
    double[] certainty = new double[samples];
    int amongTwo = 0;
    double likelihood = 0;
    double brier = 0;
    for (int i = 0; i < samples; i++) {
      float[] row = probabilities[i];
      winners[i] = winner(row);
      certainty[i] = row[winners[i]];
      amongTwo += moreProbable(row, truth[i]) < 2 ? 1 : 0;
      likelihood -= Math.log(Math.max(row[truth[i]], SMALLEST));
      brier += squaredDistance(row, truth[i]);
    }
    BitSet right = right(probabilities, truth);
    return new Evaluation(
        Confusion.of(truth, winners, probabilities[0].length),
        (double) amongTwo / samples,
        likelihood / samples,
        brier / samples,
        Calibration.of(certainty, right),
        Interval.ofAccuracy(right, samples));
  }

  /** The samples whose winner is the true class. */
  public static BitSet right(float[][] probabilities, int[] truth) {
    BitSet right = new BitSet(truth.length);
    for (int i = 0; i < truth.length; i++) {
      right.set(i, winner(probabilities[i]) == truth[i]);
    }
    return right;
  }

  /** Index of the largest of a row; the first of equals. */
  public static int winner(float[] row) {
    int winner = 0;
    for (int k = 1; k < row.length; k++) {
      if (row[k] > row[winner]) {
        winner = k;
      }
    }
    return winner;
  }

  private static double squaredDistance(float[] row, int truth) {
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      double gap = row[k] - (k == truth ? 1 : 0);
      sum += gap * gap;
    }
    return sum;
  }

  /** How many classes stand ahead of one; of equals the first stands ahead, as for the winner. */
  private static int moreProbable(float[] row, int k) {
    int ahead = 0;
    for (int other = 0; other < row.length; other++) {
      if (row[other] > row[k] || (row[other] == row[k] && other < k)) {
        ahead++;
      }
    }
    return ahead;
  }
}
