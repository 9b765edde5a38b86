package ferlive.app.detect;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.OptionalDouble;

/**
 * A face as a network found it, before its box is brought to the common framing.
 *
 * @param box as the network draws it, in pixels of the original frame
 * @param score the network's own, 0..1
 */
record FoundFace(Box box, Eyes eyes, double score) {
  /**
   * The face in the common framing.
   *
   * @param framing the network's
   * @param roll of the head in degrees; 0 where the eyes do not tell
   */
  Detection detection(Framing framing, double roll) {
    Box square = framing.square(box, roll);
    return new Detection(square, OptionalDouble.of(score), roll);
  }
}
