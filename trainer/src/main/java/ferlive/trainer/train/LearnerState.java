package ferlive.trainer.train;

/**
 * The numbers of a learner.
 *
 * @param weights parameters with batch normalisation statistics, in DL4J's flat order
 * @param updater state of the optimiser
 * @param average moving average of {@code weights}
 */
// Handed over whole and never compared: copies would cost and equality means nothing here.
@SuppressWarnings("ArrayRecordComponent")
public record LearnerState(float[] weights, float[] updater, float[] average) {
  /** Whether every number is one: a state that is not must never replace one that is. */
  boolean isFinite() {
    return isFinite(weights) && isFinite(updater) && isFinite(average);
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
