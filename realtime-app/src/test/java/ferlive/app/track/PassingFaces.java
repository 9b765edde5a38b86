package ferlive.app.track;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/**
 * Two faces that pass each other for two seconds, as a detector would see them: boxes with noise,
 * now and then a miss, and nothing of the one behind while the other covers most of it.
 */
final class PassingFaces {
  /** Share of the face behind from which it is not seen any more. */
  private static final double HIDDEN = 0.5;

  private static final double SECONDS = 2;
  private static final double NOISE = 0.01;
  private static final double MISSES = 0.05;
  private static final double SIDE = 100;

  private final Random random;
  private final double fps;
  private final double speed;
  private final double offset;
  private final double size;

  /**
   * @param speed of either face in sides per second
   */
  PassingFaces(long seed, double fps, double speed) {
    this.random = new Random(seed);
    this.fps = fps;
    this.speed = speed;
    this.offset = 0.3 * random.nextDouble();
    this.size = 0.8 + 0.15 * random.nextDouble();
  }

  /** Whether both faces have the number at the end that they had at the beginning. */
  boolean keepTheirNumbers() {
    FaceTracker tracker = new FaceTracker(TrackSettings.smooth());
    Set<Integer> front = new HashSet<>();
    Set<Integer> back = new HashSet<>();
    for (int frame = 0; frame <= SECONDS * fps; frame++) {
      double time = frame / fps;
      Box left = front(time);
      Box right = back(time);
      List<Track> tracks = tracker.update(time, detections(left, right), Set.of());
      boolean apart = left.iou(right) == 0;
      for (Track track : apart ? tracks : List.<Track>of()) {
        if (track.confirmed() && track.sighting() == Sighting.SEEN) {
          (track.box().iou(left) > track.box().iou(right) ? front : back).add(track.id());
        }
      }
    }
    return front.size() == 1 && back.size() == 1 && !front.equals(back);
  }

  private Box front(double time) {
    return square(speed * (time - SECONDS / 2), 0, 1);
  }

  private Box back(double time) {
    return square(speed * (SECONDS / 2 - time), offset, size);
  }

  private List<Detection> detections(Box front, Box back) {
    List<Detection> seen = new ArrayList<>();
    if (random.nextDouble() >= MISSES) {
      seen.add(noisy(front));
    }
    if (Overlap.cover(front, back) < HIDDEN && random.nextDouble() >= MISSES) {
      seen.add(random.nextInt(seen.size() + 1), noisy(back));
    }
    return seen;
  }

  private Detection noisy(Box box) {
    double side = box.width() * (1 + NOISE * random.nextGaussian());
    double x = box.centerX() + NOISE * box.width() * random.nextGaussian();
    double y = box.centerY() + NOISE * box.width() * random.nextGaussian();
    Box found = new Box(x - side / 2, y - side / 2, side, side);
    return new Detection(found, OptionalDouble.empty());
  }

  private static Box square(double x, double y, double side) {
    return new Box((x - side / 2) * SIDE, (y - side / 2) * SIDE, side * SIDE, side * SIDE);
  }
}
