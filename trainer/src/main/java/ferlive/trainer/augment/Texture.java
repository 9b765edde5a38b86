package ferlive.trainer.augment;

import java.util.random.RandomGenerator;

/** Pictures that no camera took: noise at several scales, stripes, shades and blots. */
final class Texture {
  private static final float MIDDLE_GRAY = 128;
  private static final int MOST_BLOTS = 6;

  private Texture() {}

  /**
   * Draws one.
   *
   * @param out takes {@code side * side} gray levels 0..255 from {@code to} on
   */
  static void draw(float[] out, int to, int side, RandomGenerator random) {
    float base = (float) random.nextDouble(40, 215);
    java.util.Arrays.fill(out, to, to + side * side, base);
    shade(out, to, side, random);
    if (random.nextBoolean()) {
      clouds(out, to, side, random);
    }
    if (random.nextInt(3) == 0) {
      stripes(out, to, side, random);
    }
    if (random.nextBoolean()) {
      blots(out, to, side, random);
    }
    for (int i = to; i < to + side * side; i++) {
      out[i] = Math.min(Math.max(out[i], 0), 255);
    }
  }

  private static void shade(float[] out, int to, int side, RandomGenerator random) {
    float across = (float) random.nextGaussian() * 60 / side;
    float down = (float) random.nextGaussian() * 60 / side;
    for (int i = 0; i < side * side; i++) {
      int y = i / side;
      out[to + i] += across * (i % side - side / 2f) + down * (y - side / 2f);
    }
  }

  /** Random grids of doubling fineness, each enlarged to the whole. */
  private static void clouds(float[] out, int to, int side, RandomGenerator random) {
    double fade = random.nextDouble(0.4, 0.9);
    double strength = random.nextDouble(20, 90);
    for (int cells = 3; cells < side; cells *= 2) {
      float[] grid = new float[cells * cells];
      for (int i = 0; i < grid.length; i++) {
        grid[i] = (float) (strength * random.nextGaussian());
      }
      for (int i = 0; i < side * side; i++) {
        int y = i / side;
        double cell = (cells - 1.0) / side;
        out[to + i] += Bilinear.at(grid, cells, i % side * cell, y * cell);
      }
      strength *= fade;
    }
  }

  private static void stripes(float[] out, int to, int side, RandomGenerator random) {
    double angle = random.nextDouble(Math.PI);
    double waves = 2 * Math.PI * random.nextDouble(1, 12) / side;
    double strength = random.nextDouble(10, 70);
    for (int i = 0; i < side * side; i++) {
      int y = i / side;
      double along = i % side * Math.cos(angle) + y * Math.sin(angle);
      out[to + i] += (float) (strength * Math.sin(waves * along));
    }
  }

  private static void blots(float[] out, int to, int side, RandomGenerator random) {
    int count = 1 + random.nextInt(MOST_BLOTS);
    for (int n = 0; n < count; n++) {
      double left = random.nextDouble(side);
      double top = random.nextDouble(side);
      double wide = random.nextDouble(0.04, 0.4) * side;
      double high = random.nextDouble(0.04, 0.4) * side;
      float change = (float) random.nextGaussian() * MIDDLE_GRAY / 2;
      for (int i = 0; i < side * side; i++) {
        int y = i / side;
        double u = (i % side - left) / wide;
        double v = (y - top) / high;
        if (u * u + v * v < 1) {
          out[to + i] += change;
        }
      }
    }
  }
}
