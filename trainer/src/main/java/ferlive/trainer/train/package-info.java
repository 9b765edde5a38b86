/**
 * Trains a network. {@link ferlive.trainer.train.TrainingRun} is the loop; everything random is
 * drawn from the seed, the epoch and the step, so that a run that was stopped goes on as if it had
 * not been.
 */
package ferlive.trainer.train;
