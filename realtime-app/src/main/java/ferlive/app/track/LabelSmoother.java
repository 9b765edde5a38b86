package ferlive.app.track;

import ferlive.app.result.Scores;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Steadies the labels of followed faces, each for itself.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
public final class LabelSmoother {
  private final LabelSettings settings;
  private final Map<Integer, LabelHistory> histories = new HashMap<>();

  public LabelSmoother(LabelSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes what the network says of a face. Faces of which nothing was said for a while are
   * forgotten. An answer that says nothing makes the label unknown until the next one.
   *
   * @param track number of the face
   * @param face whether the network takes it for a face at all
   * @param time of the frame in seconds, not before the last one
   */
  public void update(int track, Scores scores, boolean face, double time) {
    histories.values().removeIf(history -> time - history.lastTime() > settings.memory());
    LabelHistory history =
        histories.computeIfAbsent(track, id -> new LabelHistory(settings, scores, time));
    if (scores.isUnknown()) {
      history.unknown(scores);
    } else {
      history.update(scores, face, time);
    }
  }

  /** The present label of a face; empty where nothing was said of it, or is forgotten. */
  public Optional<Label> label(int track) {
    return Optional.ofNullable(histories.get(track)).map(LabelHistory::label);
  }

  /** Forgets all faces. */
  public void reset() {
    histories.clear();
  }
}
