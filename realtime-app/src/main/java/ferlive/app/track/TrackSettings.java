package ferlive.app.track;

/**
 * Every constant of tracking and smoothing. Times are seconds.
 *
 * @param hitsToConfirm detections in a row that make a face; fewer are taken for an error
 * @param carry how long a face is kept that the detector misses
 * @param reach how far a face may move between detections, in sides of its box
 * @param growth by what factor its side may change between detections
 * @param boxTau time constant of the box's exponential average; 0.08 averages about three frames at
 *     30 frames per second, which halves a cascade's jitter
 * @param boxJump movement or growth in sides of the box that is no jitter: the average starts anew
 * @param labelTau time constant of the probabilities' exponential average
 * @param switchProbability what a label must exceed to take over
 * @param switchMargin by how much it must exceed the present label's probability
 * @param switchTime for how long it must do so
 * @param sureProbability what the label must reach to be shown as the answer
 */
public record TrackSettings(
    int hitsToConfirm,
    double carry,
    double reach,
    double growth,
    double boxTau,
    double boxJump,
    double labelTau,
    double switchProbability,
    double switchMargin,
    double switchTime,
    double sureProbability) {
  private static final double SURE = 0.35;

  /** For what is shown to a person. */
  public static TrackSettings smooth() {
    return new TrackSettings(3, 0.7, 0.8, 1.6, 0.08, 0.35, 0.4, 0.40, 0.10, 0.25, SURE);
  }

  /** The bare network's answer: faces are followed as above, labels are not smoothed. */
  public TrackSettings withRawLabels() {
    return new TrackSettings(
        hitsToConfirm, carry, reach, growth, boxTau, boxJump, 0, 0, 0, 0, sureProbability);
  }

  /** For pictures, where there is no second hit. */
  public TrackSettings withOneHit() {
    return new TrackSettings(
        1,
        carry,
        reach,
        growth,
        boxTau,
        boxJump,
        labelTau,
        switchProbability,
        switchMargin,
        switchTime,
        sureProbability);
  }
}
