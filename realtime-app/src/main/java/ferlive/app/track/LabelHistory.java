package ferlive.app.track;

import ferlive.app.result.Scores;

/**
 * The label of one face through time.
 *
 * <p>Probabilities are averaged exponentially, by time and not by frame, so that the answer does
 * not depend on the frame rate; the average of calibrated probabilities needs no calibration of its
 * own. The label is always the winner of that average. It is sure when it is probable enough, leads
 * clearly, and is the one that holds; a label that holds gives way only to one that leads it
 * clearly for a while. So a sure label does not flicker, and a doubtful moment is shown as doubt.
 * What was no face for most of that time has no sure label, nor has a face in a frame in which
 * nothing can be said of it.
 */
final class LabelHistory {
  private static final double HALF = 0.5;

  private final LabelSettings settings;
  private final float[] average;
  private int held;
  private Label label;
  private int frames;

  /** Share of the time in which it was taken for a face, averaged as the probabilities are. */
  private double faceShare = 1;

  private double lastTime;

  /** Label that leads the held one clearly, and since when. */
  private int challenger;

  private double leadsSince;

  LabelHistory(LabelSettings settings, Scores first, double time) {
    this.settings = settings;
    this.average = new float[first.size()];
    this.held = first.winner();
    this.challenger = held;
    this.label = new Label(first, held, first.get(held), false);
    this.lastTime = time;
  }

  Label label() {
    return label;
  }

  /** When something was last said of the face. */
  double lastTime() {
    return lastTime;
  }

  /** Nothing can be said of the face in this frame; what was said before is kept for the next. */
  void unknown(Scores scores) {
    int first = scores.winner();
    label = new Label(scores, first, scores.get(first), false);
  }

  void update(Scores scores, boolean face, double time) {
    if (frames == 0) {
      held = scores.winner();
      challenger = held;
    }
    frames++;
    double weight = weight(time - lastTime);
    lastTime = time;
    for (int i = 0; i < average.length; i++) {
      // In this form a weight of 1 gives the score itself, to the last bit.
      average[i] = (float) ((1 - weight) * average[i] + weight * scores.get(i));
    }
    faceShare = (1 - weight) * faceShare + weight * (face ? 1 : 0);
    Scores smoothed = Scores.of(average);
    int winner = smoothed.winner();
    challenge(winner, time);
    label = new Label(smoothed, winner, average[winner], winner == held && sure(winner));
  }

  private boolean sure(int winner) {
    if (faceShare < HALF) {
      return false;
    }
    return label.sure()
        ? average[winner] >= settings.stillSure()
        : average[winner] >= settings.sure() && lead(winner) >= settings.margin();
  }

  /** Until an average's length has passed, the plain mean: the first frame counts no more. */
  private double weight(double seconds) {
    double byTime = settings.tau() == 0 ? 1 : 1 - Math.exp(-seconds / settings.tau());
    return Math.max(1.0 / frames, byTime);
  }

  private void challenge(int winner, double time) {
    if (average[winner] - average[held] <= settings.margin()) {
      challenger = held;
      return;
    }
    if (challenger != winner) {
      challenger = winner;
      leadsSince = time;
    }
    if (time - leadsSince >= settings.switchTime()) {
      held = winner;
    }
  }

  /** By how much the winner leads the runner-up. */
  private double lead(int winner) {
    double second = 0;
    for (int i = 0; i < average.length; i++) {
      if (i != winner) {
        second = Math.max(second, average[i]);
      }
    }
    return average[winner] - second;
  }
}
