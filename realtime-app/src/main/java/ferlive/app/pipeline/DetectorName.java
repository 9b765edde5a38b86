package ferlive.app.pipeline;

/** The face detectors that a user can choose among. */
public enum DetectorName {
  /** OpenCV's Haar cascades. */
  HAAR
}
