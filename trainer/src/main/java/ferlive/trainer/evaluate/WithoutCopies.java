package ferlive.trainer.evaluate;

import ferlive.trainer.metrics.Evaluation;

/**
 * Figures without the faces that also stand in the training split.
 *
 * @param exact how many of those left out are equal to a training face
 * @param near how many correlate with one, or its mirror image, by more than 0.97
 * @param evaluation of the faces that are left
 */
public record WithoutCopies(int exact, int near, Evaluation evaluation) {}
