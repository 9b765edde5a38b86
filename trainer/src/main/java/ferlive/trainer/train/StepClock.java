package ferlive.trainer.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times steps of equal size. The first tick is the start; every other one ends a step.
 *
 * <p>Confined to one thread.
 */
final class StepClock {
  private final int imagesPerStep;
  private final LongSupplier nanoTime;
  private final List<Long> ticks = new ArrayList<>();

  StepClock(int imagesPerStep) {
    this(imagesPerStep, System::nanoTime);
  }

  StepClock(int imagesPerStep, LongSupplier nanoTime) {
    this.imagesPerStep = imagesPerStep;
    this.nanoTime = nanoTime;
  }

  void tick() {
    ticks.add(nanoTime.getAsLong());
  }

  /** From the first tick to the last. */
  Duration elapsed() {
    return ticks.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(ticks.get(ticks.size() - 1) - ticks.get(0));
  }

  /** Images a second over all; 0 before a step has ended. */
  double meanRate() {
    return ticks.size() < 2 ? 0 : rate(0, ticks.size() - 1);
  }

  /**
   * Images a second over the fastest run of steps that lasts a window; the mean where none does.
   */
  double bestRate(Duration window) {
    double best = 0;
    int from = 0;
    for (int to = 1; to < ticks.size(); to++) {
      while (ticks.get(to) - ticks.get(from + 1) >= window.toNanos()) {
        from++;
      }
      if (ticks.get(to) - ticks.get(from) >= window.toNanos()) {
        best = Math.max(best, rate(from, to));
      }
    }
    return best == 0 ? meanRate() : best;
  }

  private double rate(int from, int to) {
    return (to - from) * imagesPerStep * 1e9 / (ticks.get(to) - ticks.get(from));
  }
}
