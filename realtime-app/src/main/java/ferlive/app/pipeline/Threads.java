package ferlive.app.pipeline;

/**
 * How many threads a run uses.
 *
 * @param perCall that one call of the network or of OpenCV may use
 * @param stages that work on different frames of a file at the same time
 * @param pictures that are analysed side by side, each by an analyzer of its own
 */
public record Threads(int perCall, int stages, int pictures) {
  /** Reading, finding, naming and writing. */
  private static final int MOST_STAGES = 4;

  private static final int MOST_PER_CALL = 4;

  /** Each has networks and a decoded picture of its own in memory. */
  private static final int MOST_PICTURES = 8;

  /**
   * Threads for this machine.
   *
   * @param wanted how many the user allows; 0 leaves the choice to the program
   */
  public static Threads of(int wanted) {
    return of(wanted, Runtime.getRuntime().availableProcessors());
  }

  /**
   * On one core, overlapping only costs. On more, all stages get a thread each, since the system
   * shares the cores among them better than any fixed split. The networks are small: on one or two
   * cores a second thread within a call takes from the other stages more than it gives.
   */
  static Threads of(int wanted, int cores) {
    int usable = wanted > 0 ? wanted : cores;
    int stages = wanted == 0 && cores > 1 ? MOST_STAGES : Math.min(MOST_STAGES, usable);
    return new Threads(
        Math.max(1, Math.min(MOST_PER_CALL, usable / 2)), stages, Math.min(MOST_PICTURES, usable));
  }
}
