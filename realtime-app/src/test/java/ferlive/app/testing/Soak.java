package ferlive.app.testing;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How much a test does: little in an ordinary build, all of it under {@code -Psoak}, where {@code
 * -Dsoak.seconds=N} bounds how long each goes on.
 */
public final class Soak {
  private static final boolean FULL = Boolean.getBoolean("soak");

  private Soak() {}

  /** A figure that is another in a full run. */
  public static int count(int quick, int full) {
    return FULL ? full : quick;
  }

  /** The numbers of what a test does over and over, from 0; the time may end before they do. */
  public static Iterable<Integer> rounds(int quick, int full) {
    long start = System.nanoTime();
    int count = count(quick, full);
    long most = time(Duration.ofHours(1), Duration.ofHours(1)).toNanos();
    return IntStream.range(0, count)
            .takeWhile(i -> i == 0 || System.nanoTime() - start < most || ended(i, count))
        ::iterator;
  }

  /** Says how far a run came, so that nobody takes it for a full one; always false. */
  private static boolean ended(int done, int count) {
    System.out.printf("soak: the time was over after %d of %d rounds%n", done, count);
    return false;
  }

  /** How long something goes on that is measured in time. */
  public static Duration time(Duration quick, Duration full) {
    Duration bound = Duration.ofSeconds(Long.getLong("soak.seconds", Long.MAX_VALUE));
    return FULL && bound.compareTo(full) < 0 ? bound : FULL ? full : quick;
  }
}
