package ferlive.app.track;

import ferlive.app.result.Scores;

/**
 * What is said of one face.
 *
 * @param probabilities averaged over time
 * @param label index of the answer; it stays until another label has clearly won
 * @param score the answer's probability, 0..1
 * @param sure whether it may be shown as the answer
 */
public record Label(Scores probabilities, int label, double score, boolean sure) {}
