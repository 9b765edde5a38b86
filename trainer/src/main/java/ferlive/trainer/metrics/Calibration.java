package ferlive.trainer.metrics;

/** How well a model's certainty tells how often it is right. */
public final class Calibration {
  private static final int BINS = 15;

  private Calibration() {}

  /**
   * Expected calibration error: the gap between certainty and accuracy, averaged over {@value
   * #BINS} equally wide bins of the winner's probability, weighted by how many samples fall in.
   *
   * <p>Source: Guo et al. 2017, arXiv 1706.04599.
   *
   * @param certainty the winner's probability of each sample, 0..1
   * @param right whether each winner was right
   * @return 0..1, 0 for no samples
   */
  public static double error(double[] certainty, boolean[] right) {
    double[] gaps = new double[BINS];
    for (int i = 0; i < certainty.length; i++) {
      int bin = Math.min(BINS - 1, (int) (certainty[i] * BINS));
      gaps[bin] += certainty[i] - (right[i] ? 1 : 0);
    }
    double sum = 0;
    for (double gap : gaps) {
      sum += Math.abs(gap);
    }
    return certainty.length == 0 ? 0 : sum / certainty.length;
  }
}
