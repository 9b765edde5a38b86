package ferlive.app.testing;

import java.time.Duration;

/**
 * How much a test does: little in an ordinary build, all of it under {@code -Psoak}, where {@code
 * -Dsoak.seconds=N} bounds what is measured in time.
 */
public final class Soak {
  private static final boolean FULL = Boolean.getBoolean("soak");

  private Soak() {}

  public static int count(int quick, int full) {
    return FULL ? full : quick;
  }

  public static Duration time(Duration quick, Duration full) {
    Duration bound = Duration.ofSeconds(Long.getLong("soak.seconds", Long.MAX_VALUE));
    return FULL && bound.compareTo(full) < 0 ? bound : FULL ? full : quick;
  }
}
