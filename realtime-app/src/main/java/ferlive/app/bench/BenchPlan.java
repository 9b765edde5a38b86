package ferlive.app.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be measured.
 *
 * @param source name of the source, as the user gave it
 * @param size that each frame is scaled to; empty leaves it as it is
 * @param cameraFps plays the source as a camera of so many frames per second; empty takes the
 *     frames as fast as they are analysed
 * @param frames ends the measurement
 * @param length ends it as well, whichever comes first
 * @param warmUp that is left out of the figures, at least
 */
public record BenchPlan(
    String source,
    Optional<FrameSize> size,
    OptionalDouble cameraFps,
    long frames,
    Duration length,
    Duration warmUp) {
  /** Long enough for the compiler of the JVM to have seen the per-frame code. */
  public static final Duration WARM_UP = Duration.ofSeconds(3);
}
