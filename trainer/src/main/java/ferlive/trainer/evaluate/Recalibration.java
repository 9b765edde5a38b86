package ferlive.trainer.evaluate;

import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Rescaling;

/**
 * What one more rescaling of the probabilities would change.
 *
 * @param inside what the model does with its probabilities already
 * @param fitted the rescaling on top of it, fitted on PublicTest
 * @param after figures of the evaluated faces with it; its winners are the same
 */
public record Recalibration(Rescaling inside, Rescaling fitted, Evaluation after) {}
