package ferlive.trainer.testing;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How much a test does: little in an ordinary build, all of it under {@code -Psoak}, where {@code
 * -Dsoak.seconds=N} bounds how long each goes on.
 */
public final class Soak {
  private static final boolean FULL = Boolean.getBoolean("soak");

  private Soak() {}

  /** The numbers of what a test does over and over, from 0; the time may end before they do. */
  public static Iterable<Integer> rounds(int quick, int full) {
    long start = System.nanoTime();
    int count = FULL ? full : quick;
    long most = TimeUnit.SECONDS.toNanos(FULL ? Long.getLong("soak.seconds", 1800) : 1800);
    return IntStream.range(0, count)
            .takeWhile(i -> i == 0 || System.nanoTime() - start < most || ended(i, count))
        ::iterator;
  }

  /** Says how far a run came, so that nobody takes it for a full one; always false. */
  private static boolean ended(int done, int count) {
    System.out.printf("soak: the time was over after %d of %d rounds%n", done, count);
    return false;
  }
}
