package ferlive.trainer.train;

/** Hears how a training goes; called on the training thread. */
public interface TrainingListener {
  /** After a step: of {@code steps} in this epoch, {@code step} (from 1) are done. */
  void onStep(int epoch, int step, int steps, double loss, double imagesPerSecond);

  /** After an epoch. */
  void onEpoch(EpochReport report, boolean best);
}
