package ferlive.app.track;

import ferlive.app.result.Scores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Steadies the labels of followed faces, each for itself.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
public final class LabelSmoother {
  private final TrackSettings settings;
  private final Map<Integer, LabelHistory> histories = new HashMap<>();
  private final Map<Integer, Label> labels = new HashMap<>();

  public LabelSmoother(TrackSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes what the network says of a face.
   *
   * @param track number of the face
   * @param time of the frame in seconds, not before the last one
   */
  public void update(int track, Scores scores, double time) {
    LabelHistory history =
        histories.computeIfAbsent(track, id -> new LabelHistory(settings, scores, time));
    labels.put(track, history.update(scores, time));
  }

  /** The present label of a face that {@link #update} was called for. */
  public Label label(int track) {
    return labels.get(track);
  }

  /** Forgets the faces that are not among these. */
  public void retain(List<Track> tracks) {
    var ids = tracks.stream().map(Track::id).collect(Collectors.toSet());
    histories.keySet().retainAll(ids);
    labels.keySet().retainAll(ids);
  }

  /** Forgets all faces. */
  public void reset() {
    histories.clear();
    labels.clear();
  }
}
