package ferlive.app.bench;

import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Measures how fast a source is by itself: no analysis of its frames can be faster. Opening it
 * again does not count.
 */
final class SourceSpeed {
  private long frames;
  private long nanos;

  private SourceSpeed() {}

  /**
   * Reads for a while; the first half warms up.
   *
   * @param opener opens the source, again and again
   * @param stop asked before each frame; once true, the measurement ends
   * @return frames per second
   */
  static double framesPerSecond(
      Supplier<FrameSource> opener, Duration length, BooleanSupplier stop) {
    SourceSpeed speed = new SourceSpeed();
    try (FrameSource source = new LoopedSource(opener, OptionalDouble.empty(), speed::add, stop)) {
      speed.read(source, length.dividedBy(2));
      return speed.read(source, length.dividedBy(2));
    }
  }

  private double read(FrameSource source, Duration length) {
    frames = 0;
    nanos = 0;
    long start = System.nanoTime();
    boolean ended;
    do {
      var frame = source.next();
      frame.ifPresent(Frame::close);
      ended = frame.isEmpty();
    } while (!ended && System.nanoTime() - start < length.toNanos());
    return frames * 1e9 / nanos;
  }

  private void add(long readNanos) {
    frames++;
    nanos += readNanos;
  }
}
