package ferlive.app.sink;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are written, the same in every output. */
public final class Decimals {
  private Decimals() {}

  /** Seconds, to the microsecond of a video's own clock. */
  public static String time(double seconds) {
    return decimal(seconds, 6);
  }

  /** A score or probability, 0..1. */
  public static String score(double value) {
    return decimal(value, 4);
  }

  /** Pixels; a detector's box is not more exact than a tenth. */
  static String pixels(double value) {
    return decimal(value, 1);
  }

  private static String decimal(double value, int places) {
    return BigDecimal.valueOf(value)
        .setScale(places, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
