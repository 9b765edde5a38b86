package ferlive.app.result;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Probabilities of the labels, in the model's label order. Immutable; each 0..1, sum 1. */
public final class Scores {
  private final float[] values;

  private Scores(float[] values) {
    this.values = values;
  }

  /** Copies {@code count} values from {@code offset} on. */
  public static Scores of(float[] values, int offset, int count) {
    return new Scores(Arrays.copyOfRange(values, offset, offset + count));
  }

  public static Scores of(float... values) {
    return of(values, 0, values.length);
  }

  /** All labels equally probable: what is said of a face of which nothing is known. */
  public static Scores unknown(int labels) {
    float[] values = new float[labels];
    Arrays.fill(values, 1f / labels);
    return new Scores(values);
  }

  /** Whether nothing is said of the face: all labels are equally probable. */
  public boolean isUnknown() {
    return IntStream.range(1, values.length).allMatch(i -> values[i] == values[0]);
  }

  public int size() {
    return values.length;
  }

  public float get(int label) {
    return values[label];
  }

  /** Index of the most probable label; the first one when several are equal. */
  public int winner() {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scores scores && Arrays.equals(values, scores.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
