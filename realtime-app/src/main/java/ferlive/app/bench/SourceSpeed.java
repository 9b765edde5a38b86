package ferlive.app.bench;

import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import java.time.Duration;

/** Measures how fast a source is by itself: no analysis of its frames can be faster. */
final class SourceSpeed {
  private SourceSpeed() {}

  /**
   * Reads for a while; the first half warms up.
   *
   * @param source stays the caller's; at its end, the measurement ends early
   * @return frames per second
   */
  static double framesPerSecond(FrameSource source, Duration length) {
    read(source, length.dividedBy(2));
    return read(source, length.dividedBy(2));
  }

  private static double read(FrameSource source, Duration length) {
    long start = System.nanoTime();
    long frames = 0;
    boolean ended;
    do {
      var frame = source.next();
      frame.ifPresent(Frame::close);
      ended = frame.isEmpty();
      frames++;
    } while (!ended && System.nanoTime() - start < length.toNanos());
    return frames * 1e9 / (System.nanoTime() - start);
  }
}
