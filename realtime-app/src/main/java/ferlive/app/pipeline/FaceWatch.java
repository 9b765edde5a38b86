package ferlive.app.pipeline;

import ferlive.app.frame.Detection;
import ferlive.app.track.ExpectedFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which known face is to be looked for in a frame.
 *
 * <p>A face that rests is left out of some frames; between two looks it is taken to be where the
 * tracker expects it. That trades a box that may lag by {@link #TOLERANCE} of its side, and a tenth
 * of a second before a sudden movement is noticed, for two thirds of the cost of following. The
 * face is still cropped and named in every frame. Where there are many faces, resting ones are
 * looked for more rarely, so that the looks at them cost the same in all.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
final class FaceWatch {
  /** How far a face may drift unseen, in sides of its box: 1.5 pixels of a crop of 48. */
  private static final double TOLERANCE = 0.03;

  /** Seconds from look to look at one of a few resting faces. */
  private static final double REST = 0.1;

  /** Seconds from look to look at one of many. */
  private static final double LONGEST_REST = 0.33;

  /** How many resting faces are looked for every {@link #REST}. */
  private static final double FEW = 4;

  /** Seconds after which a face that no scan has seen must be seen as clearly as a new one. */
  private static final double DOUBT = 2;

  /** Overlap from which a scan saw a known face. */
  private static final double SAME_FACE = 0.2;

  private final Map<Integer, Watched> faces = new HashMap<>();

  /** When a face was last looked for and seen; and how often in a row it was not. */
  private static final class Watched {
    private double looked = Double.NEGATIVE_INFINITY;
    private double scanned;
    private int misses;

    private Watched(double time) {
      this.scanned = time;
    }
  }

  void reset() {
    faces.clear();
  }

  /** Forgets the faces that are not among these. */
  void retain(List<ExpectedFace> known) {
    faces.keySet().retainAll(known.stream().map(ExpectedFace::id).collect(Collectors.toSet()));
  }

  /** Whether a face is to be looked for in the frame of this time. */
  boolean isDue(ExpectedFace face, double time) {
    Watched watched = faces.computeIfAbsent(face.id(), id -> new Watched(time));
    double unseen = time - watched.looked;
    double rest = Math.min(LONGEST_REST, REST * Math.max(1, faces.size() / FEW));
    return !face.confirmed()
        || watched.misses > 0
        || unseen >= rest - ScanSchedule.CLOCK_ERROR
        || unseen * face.speed() > TOLERANCE;
  }

  /** Whether a face has yet to prove, or to prove anew, that it is one. */
  boolean isDoubtful(ExpectedFace face, double time) {
    return !face.confirmed() || time - faces.get(face.id()).scanned > DOUBT;
  }

  void looked(ExpectedFace face, double time, boolean seen) {
    Watched watched = faces.get(face.id());
    watched.looked = time;
    watched.misses = seen ? 0 : watched.misses + 1;
  }

  /** Takes what a scan found. */
  void scanned(List<ExpectedFace> known, List<Detection> finds, double time) {
    for (ExpectedFace face : known) {
      if (finds.stream().anyMatch(find -> find.box().iou(face.box()) >= SAME_FACE)) {
        faces.get(face.id()).scanned = time;
      }
    }
  }

  /** Whether some known face was not seen when it was last looked for. */
  boolean isAnyLost() {
    return faces.values().stream().anyMatch(face -> face.misses > 0);
  }

  /** Whether some known face was seen before, and not this time. */
  boolean isAnyJustLost() {
    return faces.values().stream().anyMatch(face -> face.misses == 1);
  }
}
