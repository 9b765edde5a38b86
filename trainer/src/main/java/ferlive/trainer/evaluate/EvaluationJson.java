package ferlive.trainer.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.trainer.metrics.Confusion;
import ferlive.trainer.metrics.Evaluation;
import java.util.Locale;

/**
 * An evaluation as JSON. Shares have 6 digits; rows of the confusion matrix are the true classes.
 */
public final class EvaluationJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final double DIGITS = 1e6;

  private EvaluationJson() {}

  /** One JSON object and a line feed. */
  public static String of(EvaluationReport report) {
    try {
      return JSON.writeValueAsString(tree(report)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  /** The same as a tree. */
  public static ObjectNode tree(EvaluationReport report) {
    EvaluationReport.Subject subject = report.subject();
    Evaluation evaluation = report.evaluation();
    ObjectNode root = JSON.createObjectNode();
    root.put("model", subject.model()).put("modelSha256", subject.modelSha256());
    root.put("data", subject.data()).put("dataSha256", subject.dataSha256());
    root.put("split", subject.split()).put("n", evaluation.confusion().total());
    putFigures(root, evaluation);
    root.putArray("accuracyInterval95")
        .add(rounded(evaluation.accuracyInterval().low()))
        .add(rounded(evaluation.accuracyInterval().high()));
    report.recalibration().ifPresent(fit -> put(root.putObject("recalibration"), fit));
    report.withoutCopies().ifPresent(rest -> put(root.putObject("withoutTrainCopies"), rest));
    report.robustness().ifPresent(all -> put(root.putObject("robustness"), all));
    report.labels().forEach(root.putArray("labels")::add);
    put(root.putArray("confusion"), evaluation.confusion());
    put(root.putObject("perClass"), report);
    return root;
  }

  private static void putFigures(ObjectNode node, Evaluation evaluation) {
    node.put("accuracy", rounded(evaluation.confusion().accuracy()));
    node.put("top2", rounded(evaluation.top2()));
    node.put("macroF1", rounded(evaluation.confusion().macroF1()));
    node.put("balancedAccuracy", rounded(evaluation.confusion().balancedAccuracy()));
    node.put("nll", rounded(evaluation.negativeLogLikelihood()));
    node.put("brier", rounded(evaluation.brier()));
    node.put("ece", rounded(evaluation.calibration().error()));
  }

  private static void put(ObjectNode node, Recalibration fit) {
    node.put("temperatureInside", rounded(fit.inside().temperature().value()));
    node.put("smoothingInside", rounded(fit.inside().smoothing()));
    node.put("temperatureFitted", rounded(fit.fitted().temperature().value()));
    node.put("smoothingFitted", rounded(fit.fitted().smoothing()));
    node.put("nll", rounded(fit.after().negativeLogLikelihood()));
    node.put("brier", rounded(fit.after().brier()));
    node.put("ece", rounded(fit.after().calibration().error()));
  }

  private static void put(ObjectNode node, WithoutCopies rest) {
    node.put("exact", rest.exact()).put("near", rest.near());
    node.put("n", rest.evaluation().confusion().total());
    putFigures(node, rest.evaluation());
  }

  private static void put(ObjectNode node, Robustness robustness) {
    robustness
        .axes()
        .forEach(
            (axis, figures) -> {
              ObjectNode one = node.putObject(axis.name().toLowerCase(Locale.ROOT));
              one.put("what", axis.description());
              one.put("accuracy", rounded(figures.accuracy()));
              one.put("drop", rounded(figures.drop()));
              one.put("worstDrop", rounded(figures.worstDrop()));
              ObjectNode settings = one.putObject("settings");
              figures.settings().forEach((name, share) -> settings.put(name, rounded(share)));
            });
  }

  private static void put(ArrayNode rows, Confusion confusion) {
    for (int truth = 0; truth < confusion.classes(); truth++) {
      ArrayNode row = rows.addArray();
      for (int chosen = 0; chosen < confusion.classes(); chosen++) {
        row.add(confusion.count(truth, chosen));
      }
    }
  }

  private static void put(ObjectNode perClass, EvaluationReport report) {
    Confusion confusion = report.evaluation().confusion();
    for (int k = 0; k < report.labels().size(); k++) {
      perClass
          .putObject(report.labels().get(k))
          .put("precision", rounded(confusion.precision(k)))
          .put("recall", rounded(confusion.recall(k)))
          .put("f1", rounded(confusion.f1(k)))
          .put("support", confusion.support(k));
    }
  }

  private static double rounded(double share) {
    return Math.round(share * DIGITS) / DIGITS;
  }
}
