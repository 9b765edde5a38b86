package ferlive.app.track;

import ferlive.app.frame.Box;
import java.util.OptionalDouble;

/**
 * A followed face as it is in one frame.
 *
 * @param id from 1, the same from the first sight on, never used again in a run. A face that is
 *     never confirmed uses one up
 * @param box the square of {@link ferlive.app.frame.Detection}, steadied
 * @param roll how far the head is tilted in degrees, as in {@link ferlive.app.frame.Detection},
 *     steadied alike
 * @param score the detector's last score of it; empty where the detector has none
 * @param sighting whether box and roll are measured or predicted
 * @param confirmed whether it was found often enough to be taken for a face. What is shown at once
 *     shows no other; what can wait counts a confirmed face from its first sight on
 */
public record Track(
    int id, Box box, double roll, OptionalDouble score, Sighting sighting, boolean confirmed) {
  /** Whether the box is known to hold the face, so that it may be classified. */
  public boolean holdsFace() {
    return sighting != Sighting.MISSED;
  }
}
