package ferlive.app.result;

import ferlive.app.frame.Box;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One face of a frame.
 *
 * @param track number of the followed face, from 1, never used again in a run
 * @param box in pixels of the original frame
 * @param detection the detector's score 0..1; empty where it has none
 * @param probabilities as shown: smoothed over time, unless the bare network was asked for
 * @param label index of the winner in the model's labels
 * @param score probability of the winner, 0..1
 * @param sure whether the winner may be shown as the answer
 * @param attention where the network looked, if that was asked for and the model tells it
 */
public record FaceResult(
    int track,
    Box box,
    OptionalDouble detection,
    Scores probabilities,
    int label,
    double score,
    boolean sure,
    Optional<AttentionMap> attention) {
  /** A face without attention. */
  public FaceResult(
      int track,
      Box box,
      OptionalDouble detection,
      Scores probabilities,
      int label,
      double score,
      boolean sure) {
    this(track, box, detection, probabilities, label, score, sure, Optional.empty());
  }

  /** The same face under another number. */
  public FaceResult withTrack(int number) {
    return new FaceResult(number, box, detection, probabilities, label, score, sure, attention);
  }

  /** The same face in another place. */
  public FaceResult withBox(Box place) {
    return new FaceResult(track, place, detection, probabilities, label, score, sure, attention);
  }
}
