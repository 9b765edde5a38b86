package ferlive.app.quality;

import ferlive.app.result.FrameResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures how soon one source's answers follow when the plain label changes. */
final class OnsetMeter {
  /** For how many seconds an answer must hold to count. */
  private static final double STEADY = 0.5;

  private final List<String> labels;
  private final List<Double> onsets = new ArrayList<>();
  private long missed;
  private Optional<String> before = Optional.empty();
  private TruthRange range;
  private double start;
  private boolean waiting;

  /** Since when the answer is the new label; NaN while it is not. */
  private double since = Double.NaN;

  OnsetMeter(List<String> labels) {
    this.labels = labels;
  }

  void add(TruthRange truth, FrameResult result) {
    if (!truth.equals(range)) {
      end();
      begin(truth, result.time());
    }
    if (!waiting) {
      return;
    }
    if (!answers(truth.label().orElseThrow(), result)) {
      since = Double.NaN;
    } else if (Double.isNaN(since)) {
      since = result.time();
    }
    if (result.time() - since >= STEADY) {
      end();
    }
  }

  private void begin(TruthRange truth, double time) {
    range = truth;
    start = time;
    waiting = truth.label().isPresent() && before.isPresent() && !before.equals(truth.label());
    before = truth.label().or(() -> before);
  }

  /** Whether there are faces, and all are surely what they should be. */
  private boolean answers(String label, FrameResult result) {
    return !result.faces().isEmpty()
        && result.faces().stream()
            .allMatch(face -> face.sure() && labels.get(face.label()).equals(label));
  }

  /** The answer has held for long enough, or the range is over: what holds till then counts. */
  void end() {
    if (waiting && Double.isNaN(since)) {
      missed++;
    } else if (waiting) {
      onsets.add(since - start);
    }
    waiting = false;
    since = Double.NaN;
  }

  List<Double> onsets() {
    return onsets;
  }

  long missed() {
    return missed;
  }
}
