package ferlive.trainer.train;

/**
 * Faces and targets of one step.
 *
 * @param size number of faces
 * @param faces {@code [size, side, side, 1]} standardised gray levels
 * @param targets {@code [size, classes]}, each row a distribution, or zeros for what is no face
 * @param votes {@code [size, 8]} crowd votes, rows of zeros where there are none; empty where they
 *     are not learned
 * @param faceness {@code [size, 1]}, 1 for a face and 0 for none; empty where that is not learned
 */
// Handed over whole and never compared: copies would cost and equality means nothing here.
@SuppressWarnings("ArrayRecordComponent")
record Batch(int size, float[] faces, float[] targets, float[] votes, float[] faceness) {
  /**
   * Every {@code parts}-th row from {@code part} on, so that each part holds some of every kind.
   */
  Batch part(int part, int parts) {
    return parts == 1
        ? this
        : new Batch(
            (size - part + parts - 1) / parts,
            rows(faces, part, parts),
            rows(targets, part, parts),
            rows(votes, part, parts),
            rows(faceness, part, parts));
  }

  private float[] rows(float[] all, int part, int parts) {
    int width = all.length / size;
    float[] some = new float[(size - part + parts - 1) / parts * width];
    for (int i = 0; i * width < some.length && width > 0; i++) {
      System.arraycopy(all, (i * parts + part) * width, some, i * width, width);
    }
    return some;
  }
}
