package ferlive.trainer.perturb;

import ferlive.trainer.data.FaceDataset;

/**
 * A Gaussian blur, border replicated.
 *
 * @param deviation in pixels of a face of {@value #SIDE} pixels; larger faces are blurred alike
 */
record Blur(double deviation) implements Perturbation {
  private static final int SIDE = 48;

  @Override
  public FaceDataset apply(FaceDataset faces) {
    double[] kernel = kernel(deviation * faces.side() / SIDE);
    int side = faces.side();
    int area = side * side;
    byte[] pixels = new byte[faces.pixels().length];
    double[] face = new double[area];
    for (int from = 0; from < pixels.length; from += area) {
      for (int i = 0; i < area; i++) {
        face[i] = faces.pixels()[from + i] & 0xff;
      }
      double[] blurred = alongRowsTransposed(alongRowsTransposed(face, kernel, side), kernel, side);
      for (int i = 0; i < area; i++) {
        pixels[from + i] = Levels.level(blurred[i]);
      }
    }
    return faces.withPixels(pixels);
  }

  private static double[] kernel(double deviation) {
    int radius = (int) Math.ceil(3 * deviation);
    double[] kernel = new double[2 * radius + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = Math.exp(-0.5 * Math.pow((i - radius) / deviation, 2));
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Rows come out as columns, so that doing it twice blurs both ways and turns nothing. */
  private static double[] alongRowsTransposed(double[] face, double[] kernel, int side) {
    double[] out = new double[face.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
          int source = Math.max(0, Math.min(side - 1, x + i - kernel.length / 2));
          sum += kernel[i] * face[y * side + source];
        }
        out[x * side + y] = sum;
      }
    }
    return out;
  }
}
