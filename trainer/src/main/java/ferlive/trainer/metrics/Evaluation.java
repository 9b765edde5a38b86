package ferlive.trainer.metrics;

/**
 * All figures of a model on labelled samples.
 *
 * @param confusion true against chosen classes
 * @param top2 share of samples whose class is among the two most probable, 0..1
 * @param calibrationError see {@link Calibration#error}
 * @param accuracyInterval 95 % interval of the accuracy
 */
public record Evaluation(
    Confusion confusion, double top2, double calibrationError, Interval accuracyInterval) {
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
    boolean[] right = new boolean[samples];
    int amongTwo = 0;
    for (int i = 0; i < samples; i++) {
      winners[i] = winner(probabilities[i]);
      certainty[i] = probabilities[i][winners[i]];
      right[i] = winners[i] == truth[i];
      amongTwo += moreProbable(probabilities[i], truth[i]) < 2 ? 1 : 0;
    }
    return new Evaluation(
        Confusion.of(truth, winners, probabilities[0].length),
        (double) amongTwo / samples,
        Calibration.error(certainty, right),
        Interval.ofAccuracy(right));
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
