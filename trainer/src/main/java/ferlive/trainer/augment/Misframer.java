package ferlive.trainer.augment;

import java.util.random.RandomGenerator;

/**
 * Makes crops that a detector should not have made: a face far out of the frame, much too small or
 * too large in it, or lying on its side. Confined to one thread: it keeps its working arrays.
 */
final class Misframer {
  private static final double SHIFT_MIN = 0.55;
  private static final double SHIFT_MAX = 0.95;
  private static final double SMALL_MIN = 0.15;
  private static final double SMALL_MAX = 0.35;
  private static final double LARGE_MIN = 2.5;
  private static final double LARGE_MAX = 4;
  private static final double ROLL_MIN = 75;
  private static final double ROLL_MAX = 285;

  private float[] face = {};

  /**
   * Writes one.
   *
   * @param pixels holds the face from {@code from} on; read only
   * @param out holds a background from {@code to} on, which stays where the face is not
   */
  void apply(byte[] pixels, int from, int side, float[] out, int to, RandomGenerator random) {
    face = face.length == side * side ? face : new float[side * side];
    for (int i = 0; i < side * side; i++) {
      face[i] = pixels[from + i] & 0xff;
    }
    double direction = random.nextDouble(2 * Math.PI);
    double shift = 0;
    double scale = random.nextDouble(0.85, 1.15);
    double roll = Math.toRadians(random.nextDouble(-12, 12));
    switch (random.nextInt(4)) {
      case 0 -> shift = random.nextDouble(SHIFT_MIN, SHIFT_MAX) * side;
      case 1 -> {
        scale = random.nextDouble(SMALL_MIN, SMALL_MAX);
        shift = random.nextDouble(0.3) * side;
      }
      case 2 -> {
        scale = random.nextDouble(LARGE_MIN, LARGE_MAX);
        shift = random.nextDouble(0.4) * side * scale;
      }
      default -> roll = Math.toRadians(random.nextDouble(ROLL_MIN, ROLL_MAX));
    }
    paste(side, out, to, new Place(direction, shift, scale, roll));
  }

  /** Where the face goes: its centre moves by {@code shift} pixels in a direction. */
  private record Place(double direction, double shift, double scale, double roll) {}

  private void paste(int side, float[] out, int to, Place place) {
    double centre = (side - 1) / 2.0;
    double moveX = place.shift() * Math.cos(place.direction());
    double moveY = place.shift() * Math.sin(place.direction());
    double cos = Math.cos(place.roll()) / place.scale();
    double sin = Math.sin(place.roll()) / place.scale();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = x - centre - moveX;
        double v = y - centre - moveY;
        double sourceX = cos * u - sin * v + centre;
        double sourceY = sin * u + cos * v + centre;
        if (sourceX >= 0 && sourceY >= 0 && sourceX < side && sourceY < side) {
          out[to + y * side + x] = Bilinear.at(face, side, sourceX, sourceY);
        }
      }
    }
  }
}
