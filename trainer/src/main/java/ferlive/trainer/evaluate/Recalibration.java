package ferlive.trainer.evaluate;

import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Temperature;

/**
 * What one more division of the logits would change.
 *
 * @param inside the divisor that the model has already
 * @param fitted the divisor on top of it, fitted on PublicTest
 * @param after figures of the evaluated faces with it; its winners are the same
 */
public record Recalibration(Temperature inside, Temperature fitted, Evaluation after) {}
