package ferlive.trainer.evaluate;

import ferlive.trainer.evaluate.EvaluationReport.Subject;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.metrics.Temperature;
import ferlive.trainer.perturb.Axis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports on three faces of three classes, the last of which does not occur. */
final class Reports {
  private static final float[][] PROBABILITIES = {
    {0.7f, 0.2f, 0.1f}, {0.6f, 0.3f, 0.1f}, {0.1f, 0.8f, 0.1f}
  };
  private static final Evaluation EVALUATION = Evaluation.of(PROBABILITIES, new int[] {0, 1, 1});

  private Reports() {}

  static EvaluationReport plain() {
    return new EvaluationReport(
        new Subject("models/toy.onnx", "ab", "faces", "cd", "public"),
        List.of("happy", "sad", "surprise"),
        EVALUATION,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static EvaluationReport full() {
    Map<String, Double> settings = new LinkedHashMap<>();
    settings.put("0.8", 0.5);
    settings.put("1.3", 0.25);
    return new EvaluationReport(
        plain().subject(),
        plain().labels(),
        EVALUATION,
        Optional.of(
            new Recalibration(
                new Rescaling(new Temperature(1.25), 0.1),
                new Rescaling(new Temperature(0.5), 0.2),
                EVALUATION)),
        Optional.of(new WithoutCopies(4, 2, EVALUATION)),
        Optional.of(new Robustness(Map.of(Axis.SCALE, new Robustness.Figures(0.75, settings)))));
  }
}
