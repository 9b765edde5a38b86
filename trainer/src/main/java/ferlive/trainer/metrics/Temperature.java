package ferlive.trainer.metrics;

/**
 * Divisor of a model's logits: above 1 it makes the model less certain, below 1 more. The order of
 * the classes stays, so no winner changes.
 *
 * <p>Source: Guo et al. 2017, arXiv 1706.04599.
 *
 * @param value above 0
 */
public record Temperature(double value) {
  /** Leaves the probabilities as they are. */
  public static final Temperature NONE = new Temperature(1);

  /** A fit never leaves 0.05..20, where samples that are all right or all wrong would drive it. */
  private static final double MAX = 20;

  private static final int HALVINGS = 50;

  /** Keeps the logarithm of a probability that was rounded to 0 finite. */
  private static final double SMALLEST = 1e-30;

  public Temperature {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature " + value + " is no positive number");
    }
  }

  /**
   * The temperature by which the winner's probability is most likely how often it is right: the
   * smallest mean logarithmic loss of "the winner is right". The likelihood of all classes, which
   * is fitted more often, also judges how the rest is divided; for labels as noisy as FER2013's
   * that left the scores that are shown further from the truth. Logarithms of probabilities serve
   * as logits, which softmax cannot tell apart from the true ones.
   *
   * @param probabilities {@code [samples][classes]}
   * @param truth class of each sample
   */
  public static Temperature fit(float[][] probabilities, int[] truth) {
    double[][] logits = new double[probabilities.length][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logarithms(probabilities[i]);
    }
    // With a small factor winners are right more often than said, with a large one less often.
    double low = 1 / MAX;
    double high = MAX;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (slope(logits, truth, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Temperature(1 / Math.sqrt(low * high));
  }

  /**
   * Derivative of the summed loss by the factor: of each sample, what its winner says too much,
   * times the distance of the winner's logit from the others' mean, weighted by their share.
   */
  private static double slope(double[][] logits, int[] truth, double factor) {
    double slope = 0;
    for (int i = 0; i < logits.length; i++) {
      double[] row = softmax(logits[i], factor);
      int winner = winner(row);
      double others = 0;
      double rest = 0;
      for (int k = 0; k < row.length; k++) {
        if (k != winner) {
          others += row[k] * logits[i][k];
          rest += row[k];
        }
      }
      if (rest > 0) {
        double right = truth[i] == winner ? 1 : 0;
        slope += (row[winner] - right) * (logits[i][winner] - others / rest);
      }
    }
    return slope;
  }

  private static int winner(double[] row) {
    int winner = 0;
    for (int k = 1; k < row.length; k++) {
      if (row[k] > row[winner]) {
        winner = k;
      }
    }
    return winner;
  }

  /** The probabilities that the model gives with its logits divided by this temperature. */
  public float[][] apply(float[][] probabilities) {
    float[][] result = new float[probabilities.length][];
    for (int i = 0; i < result.length; i++) {
      double[] row = softmax(logarithms(probabilities[i]), 1 / value);
      result[i] = new float[row.length];
      for (int k = 0; k < row.length; k++) {
        result[i][k] = (float) row[k];
      }
    }
    return result;
  }

  private static double[] logarithms(float[] row) {
    double[] logarithms = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      logarithms[k] = Math.log(Math.max(row[k], SMALLEST));
    }
    return logarithms;
  }

  private static double[] softmax(double[] logits, double factor) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, logit);
    }
    double[] row = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      row[k] = Math.exp((logits[k] - max) * factor);
      sum += row[k];
    }
    for (int k = 0; k < row.length; k++) {
      row[k] /= sum;
    }
    return row;
  }
}
