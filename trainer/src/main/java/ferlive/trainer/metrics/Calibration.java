package ferlive.trainer.metrics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How well a model's certainty tells how often it is right: samples by the winner's probability, in
 * {@value #BINS} equally wide bins of 0..1.
 *
 * <p>Source: Guo et al. 2017, arXiv 1706.04599.
 *
 * @param bins from the least certain to the most
 */
public record Calibration(List<Bin> bins) {
  private static final int BINS = 15;

  /**
   * The samples of one bin.
   *
   * @param count how many they are
   * @param certainty mean of their winners' probabilities, 0 for no samples
   * @param accuracy share of right winners, 0 for no samples
   */
  public record Bin(int count, double certainty, double accuracy) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Sorts samples into the bins.
   *
   * @param certainty the winner's probability of each sample, 0..1
   * @param right the samples whose winner was right
   */
  public static Calibration of(double[] certainty, BitSet right) {
    int[] counts = new int[BINS];
    double[] sums = new double[BINS];
    int[] rights = new int[BINS];
    for (int i = 0; i < certainty.length; i++) {
      int bin = Math.min(BINS - 1, (int) (certainty[i] * BINS));
      counts[bin]++;
      sums[bin] += certainty[i];
      rights[bin] += right.get(i) ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      double whole = Math.max(1, counts[i]);
      bins.add(new Bin(counts[i], sums[i] / whole, rights[i] / whole));
    }
    return new Calibration(bins);
  }

  /**
   * Expected calibration error: the gap between certainty and accuracy, averaged over the bins,
   * weighted by how many samples fall in; 0..1, 0 for no samples.
   */
  public double error() {
    double sum = 0;
    int samples = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.certainty() - bin.accuracy());
      samples += bin.count();
    }
    return samples == 0 ? 0 : sum / samples;
  }
}
