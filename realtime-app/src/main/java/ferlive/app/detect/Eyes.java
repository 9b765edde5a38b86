package ferlive.app.detect;

/**
 * The two eyes of a found face, in pixels of the original frame. Left and right are the picture's,
 * not the person's.
 */
record Eyes(double leftX, double leftY, double rightX, double rightY) {
  /** How far the head is tilted, in degrees; positive when the right eye is the lower one. */
  double roll() {
    return Math.toDegrees(Math.atan2(rightY - leftY, rightX - leftX));
  }
}
