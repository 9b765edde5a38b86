package ferlive.trainer.copies;

import ferlive.trainer.data.FaceDataset;
import java.util.Arrays;

/**
 * Every face as a short unit vector: the 63 lowest frequencies of the face, brought to mean 0 and
 * length 1, and the length of all that is left.
 *
 * <p>The product of two such vectors is never below the correlation of the two faces, since what is
 * left of them correlates at most perfectly (Cauchy and Schwarz). Faces whose sketches lie apart
 * need not be compared pixel by pixel, and none is missed.
 */
final class Sketches {
  /** Numbers of a sketch. */
  static final int LENGTH = 64;

  private static final int FREQUENCIES = 8;

  /** Horizontal and vertical frequency of each number but the last, low ones first. */
  private static final int[][] ORDER = order();

  private final float[] values;

  private Sketches(float[] values) {
    this.values = values;
  }

  static Sketches of(FaceDataset faces) {
    int side = faces.side();
    double[][] waves = waves(side);
    float[] values = new float[faces.size() * LENGTH];
    double[] face = new double[side * side];
    for (int i = 0; i < faces.size(); i++) {
      standardize(faces.pixels(), i * side * side, face);
      sketch(face, waves, values, i * LENGTH);
    }
    return new Sketches(values);
  }

  /** Sketch {@code i} begins at {@code i * LENGTH}; borrowed. */
  float[] values() {
    return values;
  }

  /** One sketch. */
  float[] copyOf(int face) {
    return Arrays.copyOfRange(values, face * LENGTH, (face + 1) * LENGTH);
  }

  /** The sketches of the mirror images: odd horizontal frequencies change their sign. */
  Sketches mirrored() {
    float[] changed = values.clone();
    for (int i = 0; i < changed.length; i++) {
      int number = i % LENGTH;
      if (number < ORDER.length && ORDER[number][0] % 2 == 1) {
        changed[i] = -changed[i];
      }
    }
    return new Sketches(changed);
  }

  private static int[][] order() {
    int[][] order = new int[FREQUENCIES * FREQUENCIES - 1][];
    int next = 0;
    for (int sum = 1; sum <= 2 * (FREQUENCIES - 1); sum++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        if (sum - u >= 0 && sum - u < FREQUENCIES) {
          order[next++] = new int[] {u, sum - u};
        }
      }
    }
    return order;
  }

  /** Cosines that are orthogonal and of length 1: the discrete cosine transform, type II. */
  private static double[][] waves(int side) {
    double[][] waves = new double[FREQUENCIES][side];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int x = 0; x < side; x++) {
        waves[u][x] =
            Math.sqrt((u == 0 ? 1.0 : 2.0) / side)
                * Math.cos(Math.PI * (2 * x + 1) * u / (2 * side));
      }
    }
    return waves;
  }

  /** Mean 0 and length 1; a face of one gray level becomes 0. */
  private static void standardize(byte[] pixels, int from, double[] face) {
    double mean = 0;
    for (int i = 0; i < face.length; i++) {
      face[i] = pixels[from + i] & 0xff;
      mean += face[i] / face.length;
    }
    double length = 0;
    for (int i = 0; i < face.length; i++) {
      face[i] -= mean;
      length += face[i] * face[i];
    }
    double scale = length < 1e-6 ? 0 : 1 / Math.sqrt(length);
    for (int i = 0; i < face.length; i++) {
      face[i] *= scale;
    }
  }

  private static void sketch(double[] face, double[][] waves, float[] values, int to) {
    int side = waves[0].length;
    double[][] rows = new double[FREQUENCIES][side];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int y = 0; y < side; y++) {
        double sum = 0;
        for (int x = 0; x < side; x++) {
          sum += waves[u][x] * face[y * side + x];
        }
        rows[u][y] = sum;
      }
    }
    double left = 1;
    for (int i = 0; i < ORDER.length; i++) {
      double sum = 0;
      for (int y = 0; y < side; y++) {
        sum += waves[ORDER[i][1]][y] * rows[ORDER[i][0]][y];
      }
      values[to + i] = (float) sum;
      left -= sum * sum;
    }
    values[to + LENGTH - 1] = (float) Math.sqrt(Math.max(0, left));
  }
}
