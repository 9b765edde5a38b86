package ferlive.app.track;

import ferlive.app.frame.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Gives the faces of successive frames stable numbers.
 *
 * <p>Detections go to the nearest known face, nearest pair first. A face that is missed is carried
 * on for a while; a new one gets a number when it was seen often enough.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
public final class FaceTracker {
  /** Overlap from which two followed faces are one. */
  private static final double SAME_FACE = 0.5;

  private final List<FollowedFace> faces = new ArrayList<>();
  private TrackSettings settings;
  private int lastId;

  public FaceTracker(TrackSettings settings) {
    this.settings = settings;
  }

  /** Forgets all faces, for a new stream or an unrelated picture. Their numbers stay used. */
  public void reset(TrackSettings settings) {
    this.settings = settings;
    faces.clear();
  }

  /**
   * The known faces, confirmed or not, where a frame should show them.
   *
   * @param time of that frame in seconds, not before the last one
   */
  public List<ExpectedFace> expect(double time) {
    return faces.stream().map(face -> face.expect(time)).toList();
  }

  /**
   * Takes the detections of the next frame.
   *
   * @param time of the frame in seconds, not before the last one
   * @param skipped numbers of the faces that the detector was told to leave out of this frame
   * @return all known faces by number: also those that are not confirmed yet, and those carried on
   *     without a detection
   */
  public List<Track> update(double time, List<Detection> detections, Set<Integer> skipped) {
    faces.forEach(face -> face.miss(skipped.contains(face.id())));
    List<Detection> fresh = match(time, detections);
    faces.removeIf(face -> face.gone(time) || shadow(face));
    for (Detection detection : fresh) {
      faces.add(new FollowedFace(++lastId, settings, detection, time));
    }
    return faces.stream().map(FollowedFace::track).toList();
  }

  /** Hands detections to known faces; returns those that are left. */
  private List<Detection> match(double time, List<Detection> detections) {
    List<Pair> pairs = new ArrayList<>();
    for (Detection detection : detections) {
      for (FollowedFace face : faces) {
        double distance = face.distance(detection.box());
        if (distance < Double.POSITIVE_INFINITY) {
          pairs.add(new Pair(face, detection, distance));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    List<Detection> left = new ArrayList<>(detections);
    for (Pair pair : pairs) {
      if (!pair.face.seen() && left.remove(pair.detection)) {
        pair.face.hit(pair.detection, time);
      }
    }
    return left;
  }

  /** Whether a missed face lies where another one was seen: two tracks had met on one face. */
  private boolean shadow(FollowedFace face) {
    return !face.seen()
        && faces.stream()
            .anyMatch(other -> other.seen() && other.last().iou(face.last()) >= SAME_FACE);
  }

  private record Pair(FollowedFace face, Detection detection, double distance) {}
}
