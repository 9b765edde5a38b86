package ferlive.app.detect;

import java.util.Optional;

/**
 * A detector with what the user should know of its file.
 *
 * @param detector that the caller closes
 * @param notice one sentence where its file is not one of the known ones
 */
public record OpenDetector(FaceDetector detector, Optional<String> notice) {
  /** A detector that has no file, or only known ones. */
  public OpenDetector(FaceDetector detector) {
    this(detector, Optional.empty());
  }
}
