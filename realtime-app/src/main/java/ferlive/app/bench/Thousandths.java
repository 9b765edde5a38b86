package ferlive.app.bench;

/** Rounds figures for a report: a microsecond in milliseconds, a tenth of a percent in shares. */
final class Thousandths {
  private Thousandths() {}

  static double of(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
