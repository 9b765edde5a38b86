package ferlive.app.track;

import ferlive.app.result.Scores;

/**
 * What is said of one face.
 *
 * @param probabilities averaged over time
 * @param label index of the winner
 * @param score the winner's probability, 0..1
 * @param sure whether it may be shown as the answer: probable enough, and not for a moment only
 */
public record Label(Scores probabilities, int label, double score, boolean sure) {}
