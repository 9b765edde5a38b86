package ferlive.trainer.evaluate;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.perturb.Axis;
import ferlive.trainer.train.Prediction;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a model stands changes of the faces.
 *
 * @param axes accuracies under each kind of change, 0..1
 */
public record Robustness(Map<Axis, Figures> axes) {
  /**
   * One kind of change.
   *
   * @param clean accuracy on the faces as they are
   * @param settings accuracy under each setting
   */
  public record Figures(double clean, Map<String, Double> settings) {
    /** Mean accuracy over the settings. */
    public double accuracy() {
      return settings.values().stream().mapToDouble(a -> a).average().orElseThrow();
    }

    /** What is lost in the mean over the settings; below 0 where something is won. */
    public double drop() {
      return clean - accuracy();
    }

    /** What is lost under the hardest setting. */
    public double worstDrop() {
      return clean - settings.values().stream().mapToDouble(a -> a).min().orElseThrow();
    }
  }

  /**
   * Runs the model over all changes of the faces.
   *
   * @param clean its accuracy on them as they are
   */
  static Robustness measure(Classifier classifier, FaceDataset faces, double clean) {
    Map<Axis, Figures> axes = new EnumMap<>(Axis.class);
    int[] truth = Prediction.truth(faces);
    for (Axis axis : Axis.values()) {
      Map<String, Double> settings = new LinkedHashMap<>();
      for (Axis.Setting setting : axis.settings()) {
        float[][] probabilities = classifier.probabilities(setting.change().apply(faces));
        settings.put(
            setting.name(),
            (double) Evaluation.right(probabilities, truth).cardinality() / truth.length);
      }
      axes.put(axis, new Figures(clean, settings));
    }
    return new Robustness(axes);
  }
}
