package ferlive.trainer.train;

/** Checks of numbers that people choose. */
final class Range {
  private Range() {}

  static void check(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected " + min + ".." + max);
    }
  }

  static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " is " + value + ", expected " + min + ".." + max);
    }
  }
}
