package ferlive.app.bench;

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
  /** From before the frame is read until after it is drawn. */
  TOTAL;

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
