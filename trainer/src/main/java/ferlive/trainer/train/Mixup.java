package ferlive.trainer.train;

import java.util.random.RandomGenerator;

/** Pictures made of two faces. Source: Zhang et al. 2018, arXiv 1710.09412. */
final class Mixup {
  private Mixup() {}

  /** Share of the first face, of Beta(alpha, alpha), by Jöhnk's method. */
  static double share(double alpha, RandomGenerator random) {
    double x;
    double y;
    do {
      x = Math.pow(random.nextDouble(), 1 / alpha);
      y = Math.pow(random.nextDouble(), 1 / alpha);
    } while (x + y > 1 || x + y == 0);
    return x / (x + y);
  }

  /**
   * Mixes every face with the next, the last with the first.
   *
   * @param faces one after the other, each of {@code area} values; the first {@code count} are
   *     changed
   * @param share of each face itself
   */
  static void mix(float[] faces, int count, int area, float share) {
    float[] first = java.util.Arrays.copyOf(faces, area);
    int end = count * area;
    for (int i = 0; i < end; i++) {
      float next = i + area < end ? faces[i + area] : first[i + area - end];
      faces[i] = share * faces[i] + (1 - share) * next;
    }
  }
}
