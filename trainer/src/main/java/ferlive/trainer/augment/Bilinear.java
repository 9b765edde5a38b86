package ferlive.trainer.augment;

/** Interpolation between four pixels of a square picture, borders replicated. */
final class Bilinear {
  private Bilinear() {}

  /** Of gray levels as floats. */
  static float at(float[] pixels, int side, double x, double y) {
    double inX = Math.min(Math.max(x, 0), side - 1);
    double inY = Math.min(Math.max(y, 0), side - 1);
    int left = (int) inX;
    int upper = ((int) inY) * side;
    int right = Math.min(left + 1, side - 1);
    int lower = Math.min((int) inY + 1, side - 1) * side;
    float fx = (float) (inX - left);
    float fy = (float) (inY - (int) inY);
    float top = mix(pixels[upper + left], pixels[upper + right], fx);
    float bottom = mix(pixels[lower + left], pixels[lower + right], fx);
    return mix(top, bottom, fy);
  }

  private static float mix(float a, float b, float share) {
    return a + (b - a) * share;
  }
}
