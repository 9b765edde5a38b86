package ferlive.app.pipeline;

/** The face detectors that a user can choose among. */
public enum DetectorName {
  /** The best that is there: YuNet, BlazeFace, Haar. */
  AUTO,
  /** The two networks of BlazeFace, which are shipped. */
  BLAZEFACE,
  /** OpenCV's Haar cascades, which are shipped. */
  HAAR,
  /** OpenCV's YuNet, on a file that the user brings. */
  YUNET
}
