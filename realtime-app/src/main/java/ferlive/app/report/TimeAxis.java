package ferlive.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round times along an axis.
 *
 * @param from its left end, in seconds
 * @param to its right end, in seconds
 */
record TimeAxis(double from, double to) {
  private static final int MOST_TICKS = 8;

  private static final double[] STEPS = {
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400
  };

  /** A moment has a width too, or nothing could be drawn. */
  double seconds() {
    return Math.max(1e-3, to - from);
  }

  /** Seconds of the marks from left to right. */
  List<Double> ticks() {
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && seconds() / STEPS[i] <= MOST_TICKS; i--) {
      step = STEPS[i];
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-6); i * step <= to + 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A time as people read it: 1:02:03 or 0:04.5. */
  static String format(double seconds) {
    long tenths = Math.round(seconds * 10);
    long whole = tenths / 10;
    String small = tenths % 10 == 0 ? "" : "." + tenths % 10;
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d%s", whole / 60, whole % 60, small);
  }
}
