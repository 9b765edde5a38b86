package ferlive.app.track;

/**
 * A measured number without its jitter: the 1€ filter of G. Casiez, N. Roussel and D. Vogel, "1€
 * Filter: A Simple Speed-based Low-pass Filter for Noisy Input in Interactive Systems", CHI 2012.
 *
 * <p>The slower the number moves, the more it is smoothed, so that it neither trembles at rest nor
 * lags in motion. The speed that the filter keeps for that also predicts. All is by time, not by
 * frame. Speeds are in units that the caller names: sides of a box, say, so that near and far faces
 * are treated alike.
 */
final class SteadyValue {
  /** Hertz below which all is let through at rest: lower is steadier, and starts to move later. */
  private static final double REST_CUTOFF = 1;

  /**
   * By how much the cutoff rises with speed, in hertz per unit a second: higher lags less, and
   * trembles more while it moves.
   */
  private static final double CUTOFF_SLOPE = 10;

  /** Hertz to which the speed itself is smoothed. */
  private static final double SPEED_CUTOFF = 1;

  /**
   * Seconds in which a speed fades that is not measured any more, since heads stop soon. Longer
   * carries a passing face further, and lets one run away that stopped or was measured badly.
   */
  private static final double FADE = 0.5;

  private double value;
  private double speed;

  SteadyValue(double first) {
    this.value = first;
  }

  double value() {
    return value;
  }

  /**
   * In units a second; reads up to a third too high in fast steady motion and up to twice in slow,
   * since the filter measures it from its own lagging value.
   */
  double speed() {
    return speed;
  }

  /** What is expected so many seconds after the last measurement. */
  double predict(double seconds, double unit) {
    return value + unit * speed * FADE * (1 - Math.exp(-seconds / FADE));
  }

  /**
   * Takes a measurement that was made {@code seconds} after the last one; 0 changes nothing.
   *
   * @param unit of speed, in what the value is measured in
   */
  void update(double measured, double seconds, double unit) {
    if (seconds <= 0) {
      return;
    }
    double now = (measured - value) / (unit * seconds);
    speed += weight(SPEED_CUTOFF, seconds) * (now - speed);
    double cutoff = REST_CUTOFF + CUTOFF_SLOPE * Math.abs(speed);
    value += weight(cutoff, seconds) * (measured - value);
  }

  private static double weight(double cutoff, double seconds) {
    return 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));
  }
}
