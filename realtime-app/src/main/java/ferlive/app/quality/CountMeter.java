package ferlive.app.quality;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.HashSet;
import java.util.Set;

/** Counts the faces of one source's frames. */
final class CountMeter {
  private static final double LONG_GAP = 0.5;

  private final Set<Integer> tracks = new HashSet<>();
  private long frames;
  private long right;
  private long falseFaces;
  private long gaps;
  private double longestGap;

  /** Since when a face is missing; NaN while none is. */
  private double missingSince = Double.NaN;

  void add(TruthRange truth, FrameResult result) {
    int found = result.faces().size();
    frames++;
    right += found == truth.faces() ? 1 : 0;
    falseFaces += Math.max(0, found - truth.faces());
    result.faces().stream().map(FaceResult::track).forEach(tracks::add);
    if (found >= truth.faces()) {
      endGap(result.time());
    } else if (Double.isNaN(missingSince)) {
      missingSince = result.time();
    }
  }

  /** From this time on nothing is judged for a while, or the source is over. */
  void endGap(double time) {
    if (!Double.isNaN(missingSince)) {
      double length = time - missingSince;
      gaps += length > LONG_GAP ? 1 : 0;
      longestGap = Math.max(longestGap, length);
      missingSince = Double.NaN;
    }
  }

  CountFigures figures() {
    return new CountFigures(frames, right, falseFaces, gaps, longestGap, tracks.size());
  }
}
