package ferlive.app.detect;

import ferlive.app.detect.HaarSearch.Plan;
import ferlive.app.frame.Box;
import java.util.Optional;

/**
 * Where and how densely the Haar cascade is run, as measured on photos and webcam clips.
 *
 * <p>A stream is scanned small and coarsely, since the followed faces carry it; a picture is
 * scanned large and densely, and takes ten times as long. A followed face is brought to one size,
 * so that its search costs the same at any distance.
 */
final class HaarPlans {
  private static final double QUICK_SIDE = 320;
  private static final double QUICK_SCALE_FACTOR = 1.2;
  private static final int QUICK_NEIGHBORS = 3;

  private static final double THOROUGH_SIDE = 1280;
  private static final double THOROUGH_SCALE_FACTOR = 1.1;

  /** Lower than in a stream: what is weak gets a second opinion. */
  private static final int THOROUGH_NEIGHBORS = 2;

  /** Smallest face over the longer side of the frame. */
  private static final double SMALLEST_SHARE = 0.04;

  /** Smallest face in searched pixels; below it a cascade of 20x20 sees noise. */
  private static final double SMALLEST_PIXELS = 22;

  /** Side of a followed face in searched pixels. */
  private static final double FOLLOW_FACE = 60;

  /** Side of the square that is searched around a followed face, in sides of its box. */
  private static final double FOLLOW_REACH = 1.8;

  private static final double FOLLOW_SMALLEST = 0.8;
  private static final double FOLLOW_LARGEST = 1.25;
  private static final double FOLLOW_SCALE_FACTOR = 1.05;
  private static final int FOLLOW_NEIGHBORS = 3;

  private HaarPlans() {}

  /** The whole of a frame. */
  static Plan scan(int width, int height, ScanEffort effort) {
    return switch (effort) {
      case QUICK -> whole(width, height, QUICK_SIDE, QUICK_SCALE_FACTOR, QUICK_NEIGHBORS);
      case THOROUGH ->
          whole(width, height, THOROUGH_SIDE, THOROUGH_SCALE_FACTOR, THOROUGH_NEIGHBORS);
    };
  }

  private static Plan whole(
      int width, int height, double side, double scaleFactor, int minNeighbors) {
    int longer = Math.max(width, height);
    double scale = Math.min(1, side / longer);
    double smallest = Math.max(SMALLEST_PIXELS / scale, SMALLEST_SHARE * longer);
    return new Plan(
        new Box(0, 0, width, height), scale, smallest, longer, scaleFactor, minNeighbors);
  }

  /** The surroundings of a face's last box; empty when they lie outside the frame. */
  static Optional<Plan> follow(int width, int height, Box last) {
    double side = last.width();
    return Surroundings.of(width, height, last, FOLLOW_REACH)
        .map(
            part ->
                new Plan(
                    part,
                    FOLLOW_FACE / side,
                    side * FOLLOW_SMALLEST,
                    side * FOLLOW_LARGEST,
                    FOLLOW_SCALE_FACTOR,
                    FOLLOW_NEIGHBORS));
  }
}
