package ferlive.trainer.evaluate;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;

/** Checks what comes out of a model: a runtime gives NaN as readily as anything else. */
final class Probabilities {
  private static final double TOLERANCE = 1e-3;

  private Probabilities() {}

  /**
   * Gives the rows back when each is a distribution.
   *
   * @param model for the message
   * @throws TrainerException with MODEL when one is not
   */
  static float[][] checked(float[][] rows, String model) {
    for (int i = 0; i < rows.length; i++) {
      if (!isDistribution(rows[i])) {
        throw new TrainerException(
            ExitCode.MODEL, model + " gives face " + i + " values that are no probabilities");
      }
    }
    return rows;
  }

  private static boolean isDistribution(float[] row) {
    double sum = 0;
    for (float value : row) {
      if (!(value >= 0)) {
        return false;
      }
      sum += value;
    }
    return Math.abs(sum - 1) <= TOLERANCE;
  }
}
