package ferlive.app.track;

import ferlive.app.frame.Box;

/** The exponential average of a box in time; starts anew when the box jumps. */
final class BoxSmoother {
  private final TrackSettings settings;
  private Box box;

  BoxSmoother(TrackSettings settings, Box first) {
    this.settings = settings;
    this.box = first;
  }

  Box box() {
    return box;
  }

  /** Moves the average towards a box that was seen {@code seconds} after the last one. */
  void update(Box seen, double seconds) {
    double weight = jumped(seen) ? 1 : 1 - Math.exp(-seconds / settings.boxTau());
    box =
        new Box(
            mix(box.x(), seen.x(), weight),
            mix(box.y(), seen.y(), weight),
            mix(box.width(), seen.width(), weight),
            mix(box.height(), seen.height(), weight));
  }

  private boolean jumped(Box seen) {
    double limit = settings.boxJump() * box.width();
    return Math.abs(seen.centerX() - box.centerX()) > limit
        || Math.abs(seen.centerY() - box.centerY()) > limit
        || Math.abs(seen.width() - box.width()) > limit;
  }

  private static double mix(double old, double fresh, double weight) {
    return old + weight * (fresh - old);
  }
}
