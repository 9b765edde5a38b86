package ferlive.app.detect;

import ferlive.app.frame.Box;
import java.util.Optional;

/** The part of a frame around a face, in whole pixels. */
final class Surroundings {
  private Surroundings() {}

  /**
   * The square around a face, cut to the frame.
   *
   * @param reach side of the square in sides of the face
   * @return empty when it lies outside the frame
   */
  static Optional<Box> of(int width, int height, Box face, double reach) {
    double half = face.width() * reach / 2;
    double left = Math.max(0, Math.floor(face.centerX() - half));
    double top = Math.max(0, Math.floor(face.centerY() - half));
    double right = Math.min(width, Math.floor(face.centerX() + half));
    double bottom = Math.min(height, Math.floor(face.centerY() + half));
    return right <= left || bottom <= top
        ? Optional.empty()
        : Optional.of(new Box(left, top, right - left, bottom - top));
  }
}
