package ferlive.app.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a user asks of a camera; where nothing is asked, the camera gives what it likes.
 *
 * @param size of its pictures
 * @param fps frames per second
 * @param format of its pixels
 */
public record CameraRequest(
    Optional<PictureSize> size, OptionalDouble fps, Optional<PixelFormat> format) {
  /** Asks for nothing. */
  public static final CameraRequest ANY =
      new CameraRequest(Optional.empty(), OptionalDouble.empty(), Optional.empty());

  /** What a camera gives in place of what was asked for. */
  private static final double FPS_TOLERANCE = 0.5;

  /**
   * The size of a picture.
   *
   * @param width in pixels
   * @param height in pixels
   */
  public record PictureSize(int width, int height) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /**
   * Says what a camera does not do as it was asked; most give the nearest that they can.
   *
   * @param given what it gives
   * @param givenFps frames per second that it says it gives; 0 where it does not say
   * @param givenFormat four letters; empty where it does not say
   * @return one sentence, or nothing where all is as it was asked
   */
  public Optional<String> difference(PictureSize given, double givenFps, String givenFormat) {
    List<String> differences = new ArrayList<>();
    size.filter(asked -> !asked.equals(given))
        .ifPresent(asked -> differences.add(given + " in place of " + asked));
    if (fps.isPresent() && givenFps > 0 && Math.abs(fps.getAsDouble() - givenFps) > FPS_TOLERANCE) {
      differences.add(
          String.format(
              Locale.ROOT, "%.3g in place of %.3g frames a second", givenFps, fps.getAsDouble()));
    }
    format
        .map(PixelFormat::code)
        .filter(asked -> !givenFormat.isEmpty() && !asked.equals(givenFormat))
        .ifPresent(asked -> differences.add(givenFormat + " in place of " + asked));
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of("gives " + String.join(", ", differences));
  }
}
