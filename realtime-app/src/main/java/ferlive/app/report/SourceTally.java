package ferlive.app.report;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.source.SourceInfo;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was seen in one stream, face by face.
 *
 * <p>Each frame counts until the next one, but never for longer than a second: nobody knows what a
 * stream that stood still would have shown. <b>Memory</b>: bounded; of more than {@value
 * #MOST_TRACKS} faces, those that were seen for the shortest time are only counted.
 * <b>Threading</b>: confined to one thread.
 */
final class SourceTally {
  static final int MOST_TRACKS = 200;

  private static final double LONGEST_FRAME_SECONDS = 1;
  private static final double USUAL_FPS = 25;

  private final String name;
  private final int labels;
  private final long[][] changes;
  private final NavigableMap<Integer, TrackTally> tracks = new TreeMap<>();
  private long frames;
  private long framesWithFace;
  private double lastTime;
  private double lastDuration;
  private double otherSeconds;
  private int others;
  private List<FaceResult> shown = List.of();

  /**
   * @param labels how many the model has
   */
  SourceTally(String name, SourceInfo info, int labels) {
    this.name = name;
    this.labels = labels;
    this.changes = new long[labels][labels];
    this.lastDuration = 1 / (info.fps() > 0 ? info.fps() : USUAL_FPS);
  }

  void add(FrameResult result) {
    if (frames > 0) {
      lastDuration = Math.max(0, Math.min(LONGEST_FRAME_SECONDS, result.time() - lastTime));
      stay();
    }
    frames++;
    framesWithFace += result.faces().isEmpty() ? 0 : 1;
    lastTime = result.time();
    shown = result.faces();
    for (FaceResult face : shown) {
      TrackTally track = tracks.computeIfAbsent(face.track(), id -> new TrackTally(labels));
      track.show(face).ifPresent(before -> changes[before][face.label()]++);
    }
    while (tracks.size() > MOST_TRACKS && forgetShortest()) {
      others++;
    }
  }

  /** The source is over: its last frame counts as long as the one before. */
  void end() {
    stay();
    shown = List.of();
  }

  private void stay() {
    for (FaceResult face : shown) {
      TrackTally track = tracks.get(face.track());
      if (track != null) {
        track.stay(face, lastDuration);
      }
    }
  }

  /** A face that is on the screen is not forgotten; false when all are. */
  private boolean forgetShortest() {
    return tracks.entrySet().stream()
        .filter(track -> shown.stream().noneMatch(face -> face.track() == track.getKey()))
        .min(Comparator.comparingDouble(track -> track.getValue().seconds()))
        .map(
            shortest -> {
              otherSeconds += shortest.getValue().seconds();
              return tracks.remove(shortest.getKey()) != null;
            })
        .orElse(false);
  }

  /** Name of the source as the user gave it. */
  String name() {
    return name;
  }

  long frames() {
    return frames;
  }

  long framesWithFace() {
    return framesWithFace;
  }

  /** Seconds from the first frame to the end of the last. */
  double seconds() {
    return frames == 0 ? 0 : lastTime + lastDuration;
  }

  /** The faces by number. */
  Map<Integer, TrackTally> tracks() {
    return Collections.unmodifiableMap(tracks);
  }

  /** The faces that were seen longest, longest first. */
  Map<Integer, TrackTally> longest(int most) {
    Map<Integer, TrackTally> longest = new LinkedHashMap<>();
    tracks.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Integer, TrackTally> track) -> -track.getValue().seconds())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .forEach(track -> longest.put(track.getKey(), track.getValue()));
    return longest;
  }

  /** How often one sure label gave way to another, over all faces. */
  long changes(int from, int to) {
    return changes[from][to];
  }

  /** How many faces are only counted. */
  int others() {
    return others;
  }

  /** Seconds that those were seen, together. */
  double otherSeconds() {
    return otherSeconds;
  }
}
