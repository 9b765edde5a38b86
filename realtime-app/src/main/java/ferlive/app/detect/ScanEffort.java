package ferlive.app.detect;

/** How hard a whole frame is searched. */
public enum ScanEffort {
  /** For a stream: a face that one scan misses is found by a later one. */
  QUICK,
  /** For a single picture: there is no second chance. */
  THOROUGH
}
