package ferlive.trainer.train;

/**
 * A training at one moment.
 *
 * @param header what it is
 * @param state the numbers
 */
public record Checkpoint(CheckpointHeader header, LearnerState state) {}
