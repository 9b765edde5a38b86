package ferlive.app.quality;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.HashMap;
import java.util.Map;

/** Counts how often the faces of one source change their label while what there is to see stays. */
final class SwitchMeter {
  private final Map<Integer, Integer> last = new HashMap<>();
  private final Map<Integer, Integer> lastSure = new HashMap<>();
  private TruthRange range;
  private double lastTime;
  private double seconds;
  private long switches;
  private long sureSwitches;

  void add(TruthRange truth, FrameResult result) {
    if (!truth.equals(range)) {
      last.clear();
      lastSure.clear();
    } else if (truth.faces() > 0) {
      seconds += result.time() - lastTime;
    }
    range = truth;
    lastTime = result.time();
    for (FaceResult face : result.faces()) {
      switches += changed(last, face);
      sureSwitches += face.sure() ? changed(lastSure, face) : 0;
    }
  }

  private static long changed(Map<Integer, Integer> before, FaceResult face) {
    Integer known = before.put(face.track(), face.label());
    return known == null || known == face.label() ? 0 : 1;
  }

  double seconds() {
    return seconds;
  }

  long switches() {
    return switches;
  }

  long sureSwitches() {
    return sureSwitches;
  }
}
