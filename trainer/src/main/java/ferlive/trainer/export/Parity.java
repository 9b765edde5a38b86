package ferlive.trainer.export;

/**
 * How close two runs of one network are.
 *
 * @param faces how many were compared
 * @param maxDifference largest difference of a probability
 * @param differentWinners faces on which the most probable label differs
 */
public record Parity(int faces, double maxDifference, int differentWinners) {
  /** Largest difference of a probability that rounding explains. */
  public static final double LIMIT = 1e-4;

  /** Compares probabilities {@code [faces][labels]} of the same faces. */
  public static Parity of(float[][] expected, float[][] actual) {
    if (expected.length != actual.length) {
      throw new IllegalArgumentException(expected.length + " faces against " + actual.length);
    }
    double max = 0;
    int different = 0;
    for (int i = 0; i < expected.length; i++) {
      int expectedWinner = 0;
      int actualWinner = 0;
      for (int k = 0; k < expected[i].length; k++) {
        double difference = Math.abs(expected[i][k] - actual[i][k]);
        // NaN compares false with everything and must not pass as equal.
        max = difference <= max ? max : Double.isNaN(difference) ? 1 : difference;
        expectedWinner = expected[i][k] > expected[i][expectedWinner] ? k : expectedWinner;
        actualWinner = actual[i][k] > actual[i][actualWinner] ? k : actualWinner;
      }
      different += expectedWinner == actualWinner ? 0 : 1;
    }
    return new Parity(expected.length, max, different);
  }

  /** Whether the two may be called the same network. */
  public boolean holds() {
    return maxDifference <= LIMIT && differentWinners == 0;
  }
}
