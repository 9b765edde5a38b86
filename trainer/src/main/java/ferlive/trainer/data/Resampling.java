package ferlive.trainer.data;

/**
 * Which pixels of a line, with which weights, make each pixel of a shorter or longer line. Shorter:
 * the mean over the area that the new pixel covers. Longer: linear between pixel centres. Weights
 * of a pixel sum to 1.
 */
final class Resampling {
  private final int[] first;
  private final float[][] weights;

  private Resampling(int length) {
    first = new int[length];
    weights = new float[length][];
  }

  static Resampling of(int from, int to) {
    Resampling result = new Resampling(to);
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      if (scale > 1) {
        result.cover(i, i * scale, (i + 1) * scale, from);
      } else {
        result.interpolate(i, (i + 0.5) * scale - 0.5, from);
      }
    }
    return result;
  }

  int first(int target) {
    return first[target];
  }

  int count(int target) {
    return weights[target].length;
  }

  float weight(int target, int i) {
    return weights[target][i];
  }

  private void cover(int target, double start, double end, int from) {
    int begin = (int) start;
    // The end may be off by a rounding error; a sliver of a pixel has no weight worth having.
    int stop = Math.min(from, (int) Math.ceil(end - 1e-9));
    first[target] = begin;
    weights[target] = new float[stop - begin];
    for (int source = begin; source < stop; source++) {
      double covered = Math.min(end, source + 1) - Math.max(start, source);
      weights[target][source - begin] = (float) (covered / (end - start));
    }
  }

  private void interpolate(int target, double centre, int from) {
    double inside = Math.max(0, Math.min(from - 1, centre));
    int left = Math.min((int) inside, Math.max(0, from - 2));
    float right = (float) (inside - left);
    first[target] = left;
    weights[target] = from == 1 ? new float[] {1} : new float[] {1 - right, right};
  }
}
