package ferlive.trainer.train;

/**
 * Probabilities that a teacher gives for each training face. Immutable.
 *
 * <p>They are asked once, of the unchanged faces, and not again of each changed one: that costs
 * nothing while the student learns.
 */
public final class TeacherAnswers {
  private final float[][] probabilities;

  /**
   * Takes the arrays over.
   *
   * @param probabilities {@code [faces][classes]}
   */
  public TeacherAnswers(float[][] probabilities) {
    if (probabilities.length == 0) {
      throw new IllegalArgumentException("no answers");
    }
    this.probabilities = probabilities;
  }

  int size() {
    return probabilities.length;
  }

  int classes() {
    return probabilities[0].length;
  }

  /** The answers softened: logarithms divided by the temperature, made a distribution again. */
  TeacherAnswers softened(double temperature) {
    float[][] soft = new float[size()][classes()];
    for (int i = 0; i < soft.length; i++) {
      double sum = 0;
      for (int k = 0; k < classes(); k++) {
        soft[i][k] = (float) Math.pow(probabilities[i][k], 1 / temperature);
        sum += soft[i][k];
      }
      for (int k = 0; k < classes(); k++) {
        soft[i][k] /= (float) sum;
      }
    }
    return new TeacherAnswers(soft);
  }

  /** What is said of one label, 0..1. */
  public float probability(int face, int label) {
    return probabilities[face][label];
  }
}
