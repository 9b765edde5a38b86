package ferlive.app.track;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.OptionalDouble;

/** What a tracker remembers of one face. */
final class FollowedFace {
  private final TrackSettings settings;
  private final BoxSmoother box;
  private final BoxSmoother crop;
  private Box last;
  private OptionalDouble score;
  private double lastSeen;
  private int hits = 1;
  private Sighting sighting = Sighting.SEEN;
  private final int id;

  FollowedFace(int id, TrackSettings settings, Detection first, double time) {
    this.id = id;
    this.settings = settings;
    this.box = new BoxSmoother(settings, first.box());
    this.crop = new BoxSmoother(settings, first.crop());
    this.last = first.box();
    this.score = first.score();
    this.lastSeen = time;
  }

  /** Where the detector last saw it, not steadied. */
  Box last() {
    return last;
  }

  boolean seen() {
    return sighting == Sighting.SEEN;
  }

  int id() {
    return id;
  }

  boolean confirmed() {
    return hits >= settings.hitsToConfirm();
  }

  ExpectedFace expect(double time) {
    return new ExpectedFace(id, last, 0, confirmed());
  }

  void hit(Detection detection, double time) {
    box.update(detection.box(), time - lastSeen);
    crop.update(detection.crop(), time - lastSeen);
    last = detection.box();
    score = detection.score();
    lastSeen = time;
    hits++;
    sighting = Sighting.SEEN;
  }

  void miss(boolean skipped) {
    sighting = skipped ? Sighting.SKIPPED : Sighting.MISSED;
  }

  /** Whether it is to be forgotten: an unconfirmed face on its first miss. */
  boolean gone(double time) {
    return sighting == Sighting.MISSED && (!confirmed() || time - lastSeen > settings.carry());
  }

  /**
   * How far a box is from this face.
   *
   * @return distance of the centres in sides of the larger box; infinite when it cannot be this
   *     face
   */
  double distance(Box other) {
    double larger = Math.max(last.width(), other.width());
    double smaller = Math.min(last.width(), other.width());
    double distance =
        Math.hypot(last.centerX() - other.centerX(), last.centerY() - other.centerY()) / larger;
    boolean possible = distance <= settings.reach() && larger <= settings.growth() * smaller;
    return possible ? distance : Double.POSITIVE_INFINITY;
  }

  Track track() {
    return new Track(id, box.box(), crop.box(), score, sighting, confirmed());
  }
}
