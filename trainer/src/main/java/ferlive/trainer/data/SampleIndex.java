package ferlive.trainer.data;

/**
 * What is known of each sample beside its pixels, one array element a sample. Arrays are borrowed.
 */
final class SampleIndex {
  private final byte[] labels;
  private final byte[] splits;
  private final String[] names;

  SampleIndex(byte[] labels, byte[] splits, String[] names) {
    if (labels.length != names.length || splits.length != names.length) {
      throw new IllegalArgumentException("arrays of different length");
    }
    this.labels = labels;
    this.splits = splits;
    this.names = names;
  }

  /** Label indices. */
  byte[] labels() {
    return labels;
  }

  /** {@link Split#code}s, without meaning in a plain data set. */
  byte[] splits() {
    return splits;
  }

  /** Path of the picture from the data set's top, or csv file and line. */
  String[] names() {
    return names;
  }

  int size() {
    return names.length;
  }

  /** The samples at some positions, in that order. */
  SampleIndex subset(int[] positions) {
    byte[] someLabels = new byte[positions.length];
    byte[] someSplits = new byte[positions.length];
    String[] someNames = new String[positions.length];
    for (int i = 0; i < positions.length; i++) {
      someLabels[i] = labels[positions[i]];
      someSplits[i] = splits[positions[i]];
      someNames[i] = names[positions[i]];
    }
    return new SampleIndex(someLabels, someSplits, someNames);
  }
}
