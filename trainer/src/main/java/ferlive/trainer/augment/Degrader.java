package ferlive.trainer.augment;

import java.util.random.RandomGenerator;

/** Applies a {@link Degradation}. Confined to one thread: it keeps its working arrays. */
final class Degrader {
  private static final double RESCALE_MIN = 0.4;
  private static final double RESCALE_MAX = 0.85;
  private static final double BLUR_MIN = 0.3;
  private static final double BLUR_MAX = 1.6;
  private static final int BLUR_SIDE = 48;
  private static final double NOISE_MIN = 2;
  private static final double NOISE_MAX = 18;
  private static final double GAMMA_MIN = 0.5;
  private static final double GAMMA_MAX = 2.2;
  private static final float WHITE = 255;

  private final Degradation degradation;
  private float[] small = {};
  private float[] rows = {};

  Degrader(Degradation degradation) {
    this.degradation = degradation;
  }

  /**
   * Changes one face in place, in the order in which a camera would: light, optics, resolution,
   * sensor.
   *
   * @param face {@code side * side} gray levels 0..255 from {@code at} on
   */
  void apply(float[] face, int at, int side, RandomGenerator random) {
    if (random.nextDouble() < degradation.gamma()) {
      double exponent = Math.exp(random.nextDouble(Math.log(GAMMA_MIN), Math.log(GAMMA_MAX)));
      for (int i = at; i < at + side * side; i++) {
        face[i] = WHITE * (float) Math.pow(face[i] / WHITE, exponent);
      }
    }
    if (random.nextDouble() < degradation.blur()) {
      blur(face, at, side, random.nextDouble(BLUR_MIN, BLUR_MAX) * side / BLUR_SIDE);
    }
    if (random.nextDouble() < degradation.rescale()) {
      rescale(face, at, side, (int) Math.round(side * random.nextDouble(RESCALE_MIN, RESCALE_MAX)));
    }
    if (random.nextDouble() < degradation.noise()) {
      double sigma = random.nextDouble(NOISE_MIN, NOISE_MAX);
      for (int i = at; i < at + side * side; i++) {
        float noisy = face[i] + (float) (sigma * random.nextGaussian());
        face[i] = Math.min(Math.max(noisy, 0), WHITE);
      }
    }
  }

  private void blur(float[] face, int at, int side, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * reach + 1];
    float sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = (float) Math.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    rows = rows.length == side * side ? rows : new float[side * side];
    convolve(face, at, 1, side, kernel, rows, 0);
    convolve(rows, 0, side, 1, kernel, face, at);
  }

  /** Along lines whose pixels are {@code step} apart, borders replicated. */
  private static void convolve(
      float[] in, int from, int step, int lineStep, float[] kernel, float[] out, int to) {
    int side = Math.max(step, lineStep);
    int reach = kernel.length / 2;
    for (int line = 0; line < side; line++) {
      for (int i = 0; i < side; i++) {
        float sum = 0;
        for (int k = 0; k < kernel.length; k++) {
          int j = Math.min(Math.max(i + k - reach, 0), side - 1);
          sum += kernel[k] * in[from + line * lineStep + j * step];
        }
        out[to + line * lineStep + i * step] = sum;
      }
    }
  }

  /** Area averages of the smaller picture, enlarged again by straight lines. */
  private void rescale(float[] face, int at, int side, int reduced) {
    small = small.length >= reduced * reduced ? small : new float[side * side];
    double ratio = (double) side / reduced;
    for (int y = 0; y < reduced; y++) {
      for (int x = 0; x < reduced; x++) {
        small[y * reduced + x] = areaMean(face, at, side, x * ratio, y * ratio, ratio);
      }
    }
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        face[at + y * side + x] =
            Bilinear.at(small, reduced, (x + 0.5) / ratio - 0.5, (y + 0.5) / ratio - 0.5);
      }
    }
  }

  private static float areaMean(
      float[] face, int at, int side, double left, double top, double extent) {
    double sum = 0;
    double bottom = Math.min(side, top + extent);
    double right = Math.min(side, left + extent);
    for (int y = (int) top; y < bottom; y++) {
      double height = Math.min(y + 1, bottom) - Math.max(y, top);
      for (int x = (int) left; x < right; x++) {
        double width = Math.min(x + 1, right) - Math.max(x, left);
        sum += face[at + y * side + x] * width * height;
      }
    }
    return (float) (sum / ((bottom - top) * (right - left)));
  }
}
