package ferlive.app.pipeline;

import java.util.Optional;

/**
 * How faces are to be found.
 *
 * @param name which detector
 * @param model path of YuNet's file, where the user has one
 * @param every frames from one scan of the whole frame to the next; 0 leaves it to the program
 */
public record DetectorChoice(DetectorName name, Optional<String> model, int every) {
  public DetectorChoice {
    if (every < 0) {
      throw new IllegalArgumentException("every is " + every + ", expected 0 or more");
    }
  }

  /** A detector that needs no file of the user's, scanning as the program sees fit. */
  public static DetectorChoice of(DetectorName name) {
    return new DetectorChoice(name, Optional.empty(), 0);
  }
}
