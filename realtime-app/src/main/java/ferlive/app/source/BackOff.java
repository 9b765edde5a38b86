package ferlive.app.source;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waits longer from one attempt to the next, each time by a little more or less, so that many who
 * lost the same server do not come back to it at the same moment.
 *
 * <p><b>Threading</b>: confined to one thread. Has no clock of its own.
 */
final class BackOff {
  private static final double JITTER = 0.2;

  private final Supervision rules;
  private final DoubleSupplier random;
  private int attempts;

  /**
   * @param random gives values from 0 to 1
   */
  BackOff(Supervision rules, DoubleSupplier random) {
    this.rules = rules;
    this.random = random;
  }

  /** The wait before the next attempt, which counts from now on. */
  Duration next() {
    double doubled = rules.firstRetry().toNanos() * Math.pow(2, attempts);
    attempts++;
    double jitter = 1 + JITTER * (2 * random.getAsDouble() - 1);
    return Duration.ofNanos(
        (long) (Math.min(doubled, (double) rules.lastRetry().toNanos()) * jitter));
  }

  /** The source was online for so long: after long enough, the next loss is a new story. */
  void wasOnline(Duration length) {
    if (length.compareTo(rules.steady()) >= 0) {
      attempts = 0;
    }
  }

  /** Attempts since the source was last online for long. */
  int attempts() {
    return attempts;
  }
}
