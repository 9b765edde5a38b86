package ferlive.app.track;

/** What the detector had to do with a followed face in one frame. */
public enum Sighting {
  /** It found the face: box and roll are measured and steadied. */
  SEEN,
  /**
   * It was told to leave the face out, because the face is followed well: box and roll are
   * predicted, and good enough to be classified.
   */
  SKIPPED,
  /**
   * It looked and did not find the face: box and roll are predicted, and what they hold may be
   * something else.
   */
  MISSED
}
