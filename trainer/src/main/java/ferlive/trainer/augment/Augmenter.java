package ferlive.trainer.augment;

import java.util.random.RandomGenerator;

/**
 * Applies an {@link Augmentation}.
 *
 * <p><b>Shapes</b>: a face is {@code side * side} gray levels, row by row; bytes in, floats 0..255
 * out. Flip, shift, scale and roll are one resampling (bilinear, border replicated). Confined to
 * one thread: it keeps its working arrays.
 */
public final class Augmenter {
  private static final float MIDDLE_GRAY = 128;
  private static final double ERASED_MIN = 0.02;
  private static final double ERASED_MAX = 0.15;

  private final Augmentation augmentation;
  private final Degrader degrader;
  private float[] original = {};

  public Augmenter(Augmentation augmentation) {
    this.augmentation = augmentation;
    this.degrader = new Degrader(augmentation.degradation());
  }

  /**
   * Writes one changed face.
   *
   * @param pixels holds the face from {@code from} on; read only
   * @param out takes it from {@code to} on
   */
  public void apply(
      byte[] pixels, int from, int side, float[] out, int to, RandomGenerator random) {
    resample(pixels, from, side, out, to, random);
    relight(out, to, side * side, random);
    degrader.apply(out, to, side, random);
    if (random.nextDouble() < augmentation.erasing()) {
      erase(out, to, side, random);
    }
  }

  private static double symmetric(RandomGenerator random, double range) {
    return (2 * random.nextDouble() - 1) * range;
  }

  private void resample(
      byte[] pixels, int from, int side, float[] out, int to, RandomGenerator random) {
    original = original.length == side * side ? original : new float[side * side];
    for (int i = 0; i < side * side; i++) {
      original[i] = pixels[from + i] & 0xff;
    }
    double mirror = random.nextDouble() < augmentation.flip() ? -1 : 1;
    double zoom = 1 / (1 + symmetric(random, augmentation.scale()));
    double roll = Math.toRadians(symmetric(random, augmentation.rotation()));
    double centre = (side - 1) / 2.0;
    double shiftX = symmetric(random, augmentation.shift()) * side + centre;
    double shiftY = symmetric(random, augmentation.shift()) * side + centre;
    double cos = Math.cos(roll) * zoom;
    double sin = Math.sin(roll) * zoom;
    for (int y = 0; y < side; y++) {
      double v = y - centre;
      for (int x = 0; x < side; x++) {
        double u = (x - centre) * mirror;
        out[to + y * side + x] =
            Bilinear.at(original, side, cos * u - sin * v + shiftX, sin * u + cos * v + shiftY);
      }
    }
  }

  private void relight(float[] out, int to, int length, RandomGenerator random) {
    float gain = (float) (1 + symmetric(random, augmentation.contrast()));
    float offset =
        MIDDLE_GRAY * (1 - gain) + (float) symmetric(random, augmentation.brightness()) * 255;
    for (int i = to; i < to + length; i++) {
      out[i] = Math.min(Math.max(out[i] * gain + offset, 0), 255);
    }
  }

  private static void erase(float[] out, int to, int side, RandomGenerator random) {
    double area = side * side * random.nextDouble(ERASED_MIN, ERASED_MAX);
    double aspect = Math.exp(random.nextDouble(-1, 1));
    int width = Math.max(1, (int) Math.min(side, Math.round(Math.sqrt(area * aspect))));
    int height = Math.max(1, (int) Math.min(side, Math.round(Math.sqrt(area / aspect))));
    int left = random.nextInt(side - width + 1);
    int top = random.nextInt(side - height + 1);
    for (int y = top; y < top + height; y++) {
      int row = to + y * side + left;
      java.util.Arrays.fill(out, row, row + width, MIDDLE_GRAY);
    }
  }
}
