package ferlive.app.track;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.OptionalDouble;

/** What a tracker remembers of one face. */
final class FollowedFace {
  /** Degrees that count as one side of a box does: a radian. */
  private static final double ROLL_UNIT = Math.toDegrees(1);

  private final int id;
  private final TrackSettings settings;
  private final SteadyBox box;
  private final SteadyValue roll;
  private Box lastBox;
  private OptionalDouble score;
  private double lastSeen;

  /** When it was last seen, or left out because it was followed well. */
  private double lastHeld;

  private int hits = 1;
  private Sighting sighting = Sighting.SEEN;

  FollowedFace(int id, TrackSettings settings, Detection first, double time) {
    this.id = id;
    this.settings = settings;
    this.box = new SteadyBox(first.box());
    this.roll = new SteadyValue(first.roll());
    this.lastBox = first.box();
    this.score = first.score();
    this.lastSeen = time;
    this.lastHeld = time;
  }

  int id() {
    return id;
  }

  boolean missed() {
    return sighting == Sighting.MISSED;
  }

  /** Where it is at a time, not before the last one. */
  Box boxAt(double time) {
    return box.after(time - lastSeen);
  }

  void hit(Detection detection, double time) {
    box.update(detection.box(), time - lastSeen);
    roll.update(detection.roll(), time - lastSeen, ROLL_UNIT);
    lastBox = detection.box();
    score = detection.score();
    lastSeen = time;
    lastHeld = time;
    hits++;
    sighting = Sighting.SEEN;
  }

  /** Has no detection in this frame, be it that none was wanted. */
  void noHit(boolean skipped, double time) {
    sighting = skipped ? Sighting.SKIPPED : Sighting.MISSED;
    lastHeld = skipped ? time : lastHeld;
  }

  /** Whether it is to be forgotten: one that is not confirmed, on its first miss. */
  boolean gone(double time) {
    return missed() && (!confirmed() || time - lastHeld > settings.carry());
  }

  /**
   * How little a detection looks like this face: its distance from where the face is expected.
   *
   * @return infinite when it cannot be this face
   */
  double cost(Box seen, double time) {
    double larger = Math.max(lastBox.width(), seen.width());
    double smaller = Math.min(lastBox.width(), seen.width());
    if (larger > settings.growth() * smaller) {
      return Double.POSITIVE_INFINITY;
    }
    double cost = Overlap.distance(boxAt(time), seen) + (missed() ? settings.missedCost() : 0);
    return cost <= settings.reach() ? cost : Double.POSITIVE_INFINITY;
  }

  private boolean confirmed() {
    return hits >= settings.hitsToConfirm();
  }

  ExpectedFace expect(double time) {
    return new ExpectedFace(id, boxAt(time), box.speed(), confirmed());
  }

  Track track(double time) {
    double unseen = time - lastSeen;
    return new Track(
        id, box.after(unseen), roll.predict(unseen, ROLL_UNIT), score, sighting, confirmed());
  }
}
