package ferlive.app.bench;

import java.util.Locale;

/** What a frame goes through, in this order; the names are those of the JSON report. */
enum Stage {
  /** Reading the frame and scaling it. */
  DECODE,
  DETECT,
  TRACK,
  CROP,
  INFER,
  /** Boxes and labels on the picture. */
  DRAW,
  /**
   * From the capture of the picture to its labels. A camera has captured when the picture is due, a
   * file when its reading begins.
   */
  LABEL,
  /** From the capture of the picture until it is drawn. */
  TOTAL;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
