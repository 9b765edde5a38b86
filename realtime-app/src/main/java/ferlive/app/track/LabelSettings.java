package ferlive.app.track;

/**
 * Every constant of the steady label. Times are seconds, the others probabilities; {@code
 * docs/tracking.md} has the figures they were chosen by.
 *
 * @param tau time constant of the probabilities' exponential average: longer is steadier, and
 *     follows a change of expression later
 * @param margin by how much a label must lead: the one that holds to take over, the runner-up to be
 *     shown at first. More is steadier, and in doubt more often
 * @param switchTime for how long it must lead the one that holds to take over
 * @param sure what a label must reach to be shown as the answer: less shows wrong answers, more
 *     shows none to people whose faces are hard to read
 * @param stillSure below which one that is shown is shown no more: the distance to {@code sure}
 *     keeps the answer from going on and off
 * @param memory how long the label is kept of a face that nothing is said of; no shorter than the
 *     tracker carries a face
 */
public record LabelSettings(
    double tau, double margin, double switchTime, double sure, double stillSure, double memory) {
  /** For what is shown to a person. */
  public static LabelSettings smooth() {
    return new LabelSettings(0.25, 0.10, 0.10, 0.35, 0.30, 1);
  }

  /** The bare network's answer, frame by frame. */
  public static LabelSettings raw() {
    return new LabelSettings(0, 0, 0, 0.35, 0.35, 1);
  }
}
