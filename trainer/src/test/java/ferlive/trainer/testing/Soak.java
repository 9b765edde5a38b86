package ferlive.trainer.testing;

/** How much a test does: little in an ordinary build, all of it under {@code -Psoak}. */
public final class Soak {
  private static final boolean FULL = Boolean.getBoolean("soak");

  private Soak() {}

  public static int count(int quick, int full) {
    return FULL ? full : quick;
  }
}
