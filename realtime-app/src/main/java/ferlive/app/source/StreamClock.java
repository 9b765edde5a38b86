package ferlive.app.source;

/**
 * Times of a stream's frames in seconds from the first, by the stream's own time stamps.
 *
 * <p>Where a stamp is missing or does not advance, one nominal frame is added to the last time, so
 * that times always increase. <b>Threading</b>: confined to one thread.
 */
final class StreamClock {
  private static final double USUAL_FPS = 25;

  private final double frameSeconds;
  private long firstMicros;
  private double last = Double.NaN;

  /**
   * @param fps nominal frames per second, 0 when not known
   */
  StreamClock(double fps) {
    this.frameSeconds = 1 / (fps > 0 ? fps : USUAL_FPS);
  }

  /** The time of the next frame, whose stamp is {@code micros}. */
  double next(long micros) {
    if (Double.isNaN(last)) {
      firstMicros = micros;
      last = 0;
      return 0;
    }
    double stamped = (micros - firstMicros) / 1e6;
    last = stamped > last ? stamped : last + frameSeconds;
    return last;
  }

  /** Where the last frame ends: how much of the stream has come, in seconds. */
  double end() {
    return Double.isNaN(last) ? 0 : last + frameSeconds;
  }
}
