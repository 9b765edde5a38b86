package ferlive.app.quality;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import java.util.List;

/** Holds the labels of one source's faces against the plain ones. */
final class LabelMeter {
  private final List<String> labels;
  private LabelFigures figures = LabelFigures.NONE;

  LabelMeter(List<String> labels) {
    this.labels = labels;
  }

  void add(TruthRange truth, FrameResult result) {
    boolean plain = truth.label().isPresent();
    for (FaceResult face : result.faces()) {
      boolean right = plain && labels.get(face.label()).equals(truth.label().get());
      figures =
          figures.plus(
              new LabelFigures(
                  1,
                  one(!face.sure()),
                  one(plain),
                  one(right),
                  one(plain && face.sure()),
                  one(right && face.sure())));
    }
  }

  private static long one(boolean holds) {
    return holds ? 1 : 0;
  }

  LabelFigures figures() {
    return figures;
  }
}
