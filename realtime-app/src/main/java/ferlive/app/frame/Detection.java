package ferlive.app.frame;

import java.util.OptionalDouble;

/**
 * A face as a detector found it.
 *
 * @param box the square that FER2013 would have framed, by the detector's own measured rule: alike
 *     whatever the detector; in pixels of the original frame
 * @param score the detector's own score 0..1; empty where it has none
 * @param roll by how much the head is tilted in degrees, positive when the eye on the picture's
 *     right is the lower one; 0 where the detector knows no eyes
 */
public record Detection(Box box, OptionalDouble score, double roll) {
  /** A face whose eyes are not known. */
  public Detection(Box box, OptionalDouble score) {
    this(box, score, 0);
  }
}
