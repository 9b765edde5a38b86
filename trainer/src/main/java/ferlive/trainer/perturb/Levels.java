package ferlive.trainer.perturb;

import ferlive.trainer.data.FaceDataset;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Changes of gray levels, each pixel for itself. */
final class Levels {
  private static final long SEED = 1;

  private Levels() {}

  /** Gamma above 1 darkens: the level as a share of 255, to that power. */
  static Perturbation gamma(double gamma) {
    return faces -> changed(faces, level -> 255 * Math.pow(level / 255, gamma));
  }

  /** Gaussian noise, the same at every call. */
  static Perturbation noise(double deviation) {
    return faces -> {
      SplittableRandom random = new SplittableRandom(SEED);
      return changed(faces, level -> level + deviation * random.nextGaussian());
    };
  }

  private static FaceDataset changed(FaceDataset faces, DoubleUnaryOperator change) {
    byte[] pixels = new byte[faces.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = level(change.applyAsDouble(faces.pixels()[i] & 0xff));
    }
    return faces.withPixels(pixels);
  }

  /** The nearest gray level of 0..255, as an unsigned byte. */
  static byte level(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
