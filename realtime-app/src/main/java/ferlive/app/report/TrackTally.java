package ferlive.app.report;

import ferlive.app.result.FaceResult;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How long one followed face showed which expression, and how often that changed. Doubt between two
 * sure answers is no change. <b>Threading</b>: confined to one thread.
 */
final class TrackTally {
  private final double[] seconds;
  private double notSureSeconds;
  private OptionalInt sureLabel = OptionalInt.empty();
  private long changes;

  TrackTally(int labels) {
    this.seconds = new double[labels];
  }

  /**
   * Takes what is shown from now on.
   *
   * @return the sure label that now gives way to another one, if it does
   */
  OptionalInt show(FaceResult face) {
    OptionalInt before = sureLabel;
    if (!face.sure() || before.equals(OptionalInt.of(face.label()))) {
      return OptionalInt.empty();
    }
    sureLabel = OptionalInt.of(face.label());
    changes += before.isPresent() ? 1 : 0;
    return before;
  }

  /** The face was shown so for a while. */
  void stay(FaceResult face, double duration) {
    if (face.sure()) {
      seconds[face.label()] += duration;
    } else {
      notSureSeconds += duration;
    }
  }

  /** Seconds on screen. */
  double seconds() {
    return notSureSeconds + Arrays.stream(seconds).sum();
  }

  /** Share of the time on screen, 0..1, for which a label was shown as sure. */
  double share(int label) {
    return share(seconds[label]);
  }

  double notSureShare() {
    return share(notSureSeconds);
  }

  private double share(double part) {
    double whole = seconds();
    return whole > 0 ? part / whole : 0;
  }

  /** Changes from one sure label to another. */
  long changes() {
    return changes;
  }

  double changesPerMinute() {
    double whole = seconds();
    return whole > 0 ? changes * 60 / whole : 0;
  }
}
