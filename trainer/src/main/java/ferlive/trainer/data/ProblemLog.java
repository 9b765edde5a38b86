package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.util.ArrayList;
import java.util.List;

/** Counts and reports the samples that are left out, and decides when there are too many. */
final class ProblemLog {
  /** Enough to see a pattern; all are counted. */
  static final int MAX_KEPT = 100;

  private final String source;
  private final ProblemListener listener;
  private final List<Problem> kept = new ArrayList<>();
  private int leftOut;

  ProblemLog(String source, ProblemListener listener) {
    this.source = source;
    this.listener = listener;
  }

  /** A sample is left out. */
  void leaveOut(String where, String reason) {
    Problem problem = new Problem(where, reason);
    leftOut++;
    if (kept.size() < MAX_KEPT) {
      kept.add(problem);
    }
    listener.problem(problem);
  }

  /** Something that is no sample is passed over. */
  void passOver(String where, String reason) {
    listener.problem(new Problem(where, reason));
  }

  /** Refuses data of which nothing, or less than 99 in 100, can be used. */
  void judge(int usable) {
    if (leftOut * 100L > usable + (long) leftOut) {
      throw new TrainerException(
          ExitCode.INPUT,
          "%s: %d of %d samples cannot be used, more than 1 in 100; the first is %s"
              .formatted(source, leftOut, usable + leftOut, kept.get(0)));
    }
    if (usable == 0) {
      throw new TrainerException(ExitCode.INPUT, source + ": holds no faces");
    }
  }

  int leftOut() {
    return leftOut;
  }

  /** The first {@link #MAX_KEPT} samples left out. */
  List<Problem> kept() {
    return List.copyOf(kept);
  }
}
