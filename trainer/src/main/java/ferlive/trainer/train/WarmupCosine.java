package ferlive.trainer.train;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * Learning rate that rises in a line to its peak and falls to a hundredth of it as half a cosine.
 *
 * <p>Source: Loshchilov and Hutter 2017, arXiv 1608.03983, without restarts. Fields are public and
 * mutable because DL4J reads and writes schedules as JSON.
 */
public final class WarmupCosine implements ISchedule {
  private static final double FLOOR = 0.01;

  /** Learning rate after the warm-up. */
  public double peak;

  /** Steps of the warm-up. */
  public int warmupSteps;

  /** Steps in all. */
  public int totalSteps;

  /** For JSON. */
  public WarmupCosine() {}

  public WarmupCosine(double peak, int warmupSteps, int totalSteps) {
    this.peak = peak;
    this.warmupSteps = warmupSteps;
    this.totalSteps = totalSteps;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    if (iteration < warmupSteps) {
      return peak * (iteration + 1) / warmupSteps;
    }
    double span = Math.max(1, totalSteps - warmupSteps);
    double done = Math.min(1, (iteration - warmupSteps) / span);
    return peak * (FLOOR + (1 - FLOOR) * (1 + Math.cos(Math.PI * done)) / 2);
  }

  @Override
  public WarmupCosine clone() {
    return new WarmupCosine(peak, warmupSteps, totalSteps);
  }
}
