package ferlive.trainer.metrics;

/**
 * What makes a model's probabilities say how often it is right: the even share that training with
 * smoothed labels mixed in is taken out, then the logits are divided by a temperature. The order of
 * the classes stays, so no winner changes.
 *
 * <p>A network that was taught never to be surer than nine in ten (label smoothing, a teacher's
 * doubts) stays below that where it is always right, and a temperature alone lifts that end only by
 * making all the others too sure. In place of {@code p} stands {@code max(0, p - smoothing / K) +
 * 0.001}, made a distribution again by the temperature's softmax; what is added keeps a class that
 * is taken out possible.
 *
 * @param temperature divisor of the logarithms, after the share was taken out
 * @param smoothing share of an even answer, 0..0.3; with 0 there is the temperature alone
 */
public record Rescaling(Temperature temperature, double smoothing) {
  /** Leaves the probabilities as they are. */
  public static final Rescaling NONE = new Rescaling(Temperature.NONE, 0);

  /** What a class keeps whose probability was all taken out. */
  public static final double FLOOR = 1e-3;

  private static final double MAX_SMOOTHING = 0.3;
  private static final double STEP = 0.01;

  public Rescaling {
    if (!(smoothing >= 0 && smoothing <= MAX_SMOOTHING)) {
      throw new IllegalArgumentException("smoothing " + smoothing + " is not in 0..0.3");
    }
  }

  /**
   * The rescaling by which the winner's probability is most likely how often it is right: of every
   * hundredth of smoothing with its best temperature, the one of the smallest mean logarithmic
   * loss.
   *
   * @param probabilities {@code [samples][classes]}
   * @param truth class of each sample
   */
  public static Rescaling fit(float[][] probabilities, int[] truth) {
    Rescaling best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= Math.round(MAX_SMOOTHING / STEP); i++) {
      float[][] apart = takenOut(probabilities, i * STEP);
      Temperature temperature = Temperature.fit(apart, truth);
      double loss = winnersLoss(temperature.apply(apart), truth);
      if (loss < least) {
        least = loss;
        best = new Rescaling(temperature, i * STEP);
      }
    }
    return best;
  }

  /** The probabilities that the model gives rescaled so. */
  public float[][] apply(float[][] probabilities) {
    return temperature.apply(takenOut(probabilities, smoothing));
  }

  private static float[][] takenOut(float[][] probabilities, double smoothing) {
    if (smoothing == 0) {
      return probabilities;
    }
    float[][] result = new float[probabilities.length][];
    for (int i = 0; i < result.length; i++) {
      float[] row = probabilities[i];
      result[i] = new float[row.length];
      for (int k = 0; k < row.length; k++) {
        result[i][k] = (float) (Math.max(0, row[k] - smoothing / row.length) + FLOOR);
      }
    }
    return result;
  }

  /** Mean logarithmic loss of "the winner is right". */
  private static double winnersLoss(float[][] probabilities, int[] truth) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      int winner = Evaluation.winner(probabilities[i]);
      double said = probabilities[i][winner];
      sum -= Math.log(Math.max(winner == truth[i] ? said : 1 - said, Double.MIN_NORMAL));
    }
    return sum / truth.length;
  }
}
