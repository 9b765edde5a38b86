package ferlive.app.source;

import java.time.Duration;

/**
 * Notices that pictures fail to come, unless nobody was there to take them: after a suspended
 * machine, a stopped process or a long pause of the garbage collector, the watch itself was late,
 * and the source gets its whole time again.
 *
 * <p><b>Threading</b>: confined to one thread. Times are {@link System#nanoTime()}.
 */
final class StallWatch {
  /** Rounds come ten times a second; a busy machine may miss some. */
  private static final long LATE_NANOS = Duration.ofSeconds(1).toNanos();

  private long lastPicture;
  private long lastRound;

  StallWatch(long now) {
    pictureCame(now);
  }

  /** A picture came, or an attempt began. */
  void pictureCame(long now) {
    lastPicture = now;
    lastRound = now;
  }

  /**
   * Asks in a round without a picture.
   *
   * @param limit how long there may be none
   */
  boolean isStalled(long now, Duration limit) {
    if (now - lastRound > LATE_NANOS) {
      pictureCame(now);
    }
    lastRound = now;
    return now - lastPicture >= limit.toNanos();
  }
}
