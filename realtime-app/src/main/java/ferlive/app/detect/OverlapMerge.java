package ferlive.app.detect;

import ferlive.app.frame.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one face of finds that overlap: the mean of them, weighted by score. Steadier than the best
 * find alone (weighted non-maximum suppression, as BlazeFace's authors use it).
 */
final class OverlapMerge {
  /** Overlap with the best find from which another one is the same face. */
  private static final double SAME_FACE = 0.3;

  private OverlapMerge() {}

  /** The faces, best first; each has the score of its best find. */
  static List<FoundFace> merge(List<FoundFace> finds) {
    List<FoundFace> left = new ArrayList<>(finds);
    left.sort(Comparator.comparingDouble(FoundFace::score).reversed());
    List<FoundFace> faces = new ArrayList<>();
    while (!left.isEmpty()) {
      Box best = left.get(0).box();
      List<FoundFace> group = new ArrayList<>();
      left.removeIf(find -> find.box().iou(best) > SAME_FACE && group.add(find));
      faces.add(mean(group));
    }
    return faces;
  }

  private static FoundFace mean(List<FoundFace> group) {
    double[] sum = new double[8];
    double weight = 0;
    for (FoundFace find : group) {
      Box box = find.box();
      Eyes eyes = find.eyes();
      double[] values = {
        box.x(), box.y(), box.width(), box.height(),
        eyes.leftX(), eyes.leftY(), eyes.rightX(), eyes.rightY()
      };
      for (int i = 0; i < sum.length; i++) {
        sum[i] += find.score() * values[i];
      }
      weight += find.score();
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= weight;
    }
    return new FoundFace(
        new Box(sum[0], sum[1], sum[2], sum[3]),
        new Eyes(sum[4], sum[5], sum[6], sum[7]),
        group.get(0).score());
  }
}
