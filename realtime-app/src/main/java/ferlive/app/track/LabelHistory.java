package ferlive.app.track;

import ferlive.app.result.Scores;

/**
 * The label of one face through time.
 *
 * <p>Probabilities are averaged exponentially, by time and not by frame, so that the answer does
 * not depend on the frame rate. The label is always the winner of that average; it is sure when it
 * is probable enough and is the one that holds, and a held label gives way only to one that leads
 * clearly for a while. So a sure label never flickers, and a doubtful moment is shown as doubt.
 */
final class LabelHistory {
  private final TrackSettings settings;
  private final float[] average;
  private int held;
  private int frames;
  private double lastTime;

  /** Label that leads the held one clearly, and since when. */
  private int challenger;

  private double leadsSince;

  LabelHistory(TrackSettings settings, Scores first, double time) {
    this.settings = settings;
    this.average = new float[first.size()];
    this.held = first.winner();
    this.challenger = held;
    this.lastTime = time;
  }

  Label update(Scores scores, double time) {
    frames++;
    double weight = weight(time - lastTime);
    lastTime = time;
    for (int i = 0; i < average.length; i++) {
      // In this form a weight of 1 gives the score itself, to the last bit.
      average[i] = (float) ((1 - weight) * average[i] + weight * scores.get(i));
    }
    Scores smoothed = Scores.of(average);
    challenge(smoothed.winner(), time);
    int winner = smoothed.winner();
    boolean sure = winner == held && average[held] >= settings.sureProbability();
    return new Label(smoothed, winner, average[winner], sure);
  }

  /** Until an average's length has passed, the plain mean: the first frame counts no more. */
  private double weight(double seconds) {
    double byTime = settings.labelTau() == 0 ? 1 : 1 - Math.exp(-seconds / settings.labelTau());
    return Math.max(1.0 / frames, byTime);
  }

  private void challenge(int winner, double time) {
    boolean leads =
        average[winner] > settings.switchProbability()
            && average[winner] - average[held] > settings.switchMargin();
    if (!leads) {
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
}
