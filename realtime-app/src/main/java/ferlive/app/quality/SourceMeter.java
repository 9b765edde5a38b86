package ferlive.app.quality;

import ferlive.app.result.FrameResult;
import java.util.List;
import java.util.Optional;

/** Holds the results of one source against its truth, frame by frame in order. */
final class SourceMeter {
  private final List<TruthRange> truth;
  private final CountMeter count = new CountMeter();
  private final LabelMeter label;
  private final SwitchMeter switches = new SwitchMeter();
  private final OnsetMeter onset;
  private double lastTime;
  private double interval;

  SourceMeter(List<TruthRange> truth, List<String> labels) {
    this.truth = truth;
    this.label = new LabelMeter(labels);
    this.onset = new OnsetMeter(labels);
  }

  void add(FrameResult result) {
    interval = result.time() - lastTime;
    lastTime = result.time();
    Optional<TruthRange> told =
        truth.stream().filter(range -> range.contains(result.frame())).findFirst();
    if (told.isPresent()) {
      count.add(told.get(), result);
      label.add(told.get(), result);
      switches.add(told.get(), result);
      onset.add(told.get(), result);
    } else {
      count.endGap(result.time());
      onset.end();
    }
  }

  /** What is known when the last frame has come, which is shown as long as the one before it. */
  Quality end() {
    count.endGap(lastTime + interval);
    onset.end();
    return new Quality(
        count.figures(),
        label.figures(),
        new SteadyFigures(
            switches.seconds(),
            switches.switches(),
            switches.sureSwitches(),
            onset.onsets(),
            onset.missed()));
  }
}
