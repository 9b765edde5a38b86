package ferlive.app.detect;

import ferlive.app.frame.Box;

/**
 * How a detector's box lies to the square that FER2013 would have framed. Measured for each
 * detector and each size of its input; see the detectors for the figures.
 *
 * @param side of the square, in heights of the detector's box
 * @param up how far the square's centre lies above the box's, in heights of the detector's box
 */
record Framing(double side, double up) {
  /**
   * The square around a face.
   *
   * @param box as the detector draws it
   * @param roll of the head in degrees: "up" is where its forehead is
   */
  Box square(Box box, double roll) {
    double angle = Math.toRadians(roll);
    double shift = up * box.height();
    return Box.square(
        box.centerX() + Math.sin(angle) * shift,
        box.centerY() - Math.cos(angle) * shift,
        side * box.height());
  }

  /** The detector's box, taken as a square, of an upright face that this square is around. */
  Box box(Box square) {
    double height = square.height() / side;
    return Box.square(square.centerX(), square.centerY() + up * height, height);
  }
}
