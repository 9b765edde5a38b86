package ferlive.app.track;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the faces of successive frames stable numbers.
 *
 * <p>Each face predicts where it will be. Detections go to faces so that all together fit best, by
 * motion and overlap. A face that is missed is carried on at its predicted place for a while, and
 * has its number back when it is found there; one that is left over starts a new track unless it
 * lies on a face already, and counts as confirmed when it was found often enough.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
public final class FaceTracker {
  /** By how much larger than the smallest a face must be to push it out: no coming and going. */
  private static final double CLEARLY_LARGER = 1.2;

  /** From the oldest to the newest, so by number. */
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
   * @return the known faces by number: also those that are not confirmed yet, and those carried on
   *     without a detection, unless they are hidden behind a face that was seen
   */
  public List<Track> update(double time, List<Detection> detections, Set<Integer> skipped) {
    List<Detection> left = match(time, detections, skipped);
    faces.removeIf(face -> face.gone(time));
    newcomers(left, time).forEach(found -> faces.add(start(found, time)));
    return faces.stream()
        .filter(face -> !(face.missed() && onAFace(face.boxAt(time), time)))
        .map(face -> face.track(time))
        .toList();
  }

  /** Hands detections to known faces; returns those that are left. */
  private List<Detection> match(double time, List<Detection> detections, Set<Integer> skipped) {
    double[][] cost = new double[faces.size()][detections.size()];
    for (int i = 0; i < cost.length; i++) {
      for (int j = 0; j < cost[i].length; j++) {
        cost[i][j] = faces.get(i).cost(detections.get(j).box(), time);
      }
    }
    int[] chosen = Assignment.solve(cost, settings.reach());
    List<Detection> left = new ArrayList<>(detections);
    for (int i = 0; i < chosen.length; i++) {
      FollowedFace face = faces.get(i);
      if (chosen[i] < 0) {
        face.noHit(skipped.contains(face.id()), time);
      } else {
        face.hit(detections.get(chosen[i]), time);
        left.remove(detections.get(chosen[i]));
      }
    }
    return left;
  }

  /** Whether a box lies on a face that is not missed itself. */
  private boolean onAFace(Box box, double time) {
    return faces.stream()
        .anyMatch(
            face -> !face.missed() && Overlap.cover(face.boxAt(time), box) >= settings.sameFace());
  }

  /** Which of the detections that no face claims are faces of their own, in the same order. */
  private List<Detection> newcomers(List<Detection> left, double time) {
    List<Detection> accepted = new ArrayList<>();
    left.stream()
        .sorted(Comparator.comparingDouble((Detection found) -> found.box().area()).reversed())
        .filter(found -> !onAFace(found.box(), time))
        .forEach(
            found -> {
              if (!onOne(found.box(), accepted) && room(found, accepted.size(), time)) {
                accepted.add(found);
              }
            });
    List<Detection> inOrder = new ArrayList<>(left);
    inOrder.retainAll(accepted);
    return inOrder;
  }

  private boolean onOne(Box box, List<Detection> others) {
    return others.stream()
        .anyMatch(other -> Overlap.cover(other.box(), box) >= settings.sameFace());
  }

  /** Whether one more may be followed, be it in place of a smaller one, which is forgotten. */
  private boolean room(Detection found, int accepted, double time) {
    if (faces.size() + accepted < settings.most()) {
      return true;
    }
    Optional<FollowedFace> smallest =
        faces.stream().min(Comparator.comparingDouble(face -> face.boxAt(time).area()));
    double needed =
        smallest.map(face -> CLEARLY_LARGER * face.boxAt(time).area()).orElse(Double.MAX_VALUE);
    return found.box().area() >= needed && faces.remove(smallest.orElseThrow());
  }

  private FollowedFace start(Detection found, double time) {
    return new FollowedFace(++lastId, settings, found, time);
  }
}
