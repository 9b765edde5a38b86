package ferlive.app.camera;

/** Why a camera cannot be opened. */
public enum CameraFault {
  /** There is none, or none any more. */
  GONE("there is no such camera"),
  /** The user has no right to it. */
  FORBIDDEN("you may not open it; join the group video, then log in again"),
  /** Another program has it. */
  IN_USE("another program uses it; close that one"),
  /** It is none, or broken. */
  UNUSABLE("it cannot be opened");

  private final String sentence;

  CameraFault(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong and the way out, to stand after the camera's name. */
  public String sentence() {
    return sentence;
  }
}
