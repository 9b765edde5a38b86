package ferlive.trainer.train;

/**
 * Faces and targets of one step.
 *
 * @param size number of faces
 * @param faces {@code [size, side, side, 1]} standardised gray levels
 * @param targets {@code [size, classes]}, each row a distribution
 */
// Handed over whole and never compared: copies would cost and equality means nothing here.
@SuppressWarnings("ArrayRecordComponent")
record Batch(int size, float[] faces, float[] targets) {}
