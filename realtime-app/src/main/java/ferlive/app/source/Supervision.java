package ferlive.app.source;

import java.time.Duration;

/**
 * When a source counts as lost, and how often it is opened again.
 *
 * @param opening from an attempt to the first picture
 * @param silence without a picture
 * @param frozen with one picture again and again; zero where that may be right
 * @param firstRetry wait before the first attempt; doubled from attempt to attempt
 * @param lastRetry the longest wait
 * @param steady online for so long, the next wait is the first one again
 * @param maxRetries attempts in a row that may fail, 0 or more
 */
public record Supervision(
    Duration opening,
    Duration silence,
    Duration frozen,
    Duration firstRetry,
    Duration lastRetry,
    Duration steady,
    int maxRetries) {
  /** For {@code maxRetries}: never gives up. */
  public static final int FOR_EVER = Integer.MAX_VALUE;

  public Supervision {
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries is " + maxRetries + ", expected 0 or more");
    }
  }

  /**
   * For a camera. Its sensor is noisy, so equal pictures mean that the driver repeats an old one,
   * as some do after the camera was pulled out (opencv#5221).
   */
  public static Supervision ofCamera(int maxRetries) {
    return of(Duration.ofSeconds(5), maxRetries);
  }

  /** For a stream, which may rightly show the same for hours. */
  public static Supervision ofStream(int maxRetries) {
    return of(Duration.ZERO, maxRetries);
  }

  private static Supervision of(Duration frozen, int maxRetries) {
    return new Supervision(
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        frozen,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        maxRetries);
  }
}
