package ferlive.trainer.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.trainer.metrics.Confusion;
import ferlive.trainer.metrics.Evaluation;
import java.util.List;

/**
 * What was evaluated on what, and the figures.
 *
 * @param model the model's file, as the user gave it
 * @param modelSha256 of that file
 * @param data the data set, as the user gave it
 * @param dataSha256 of its content
 * @param split which part of it; {@code all} where it has no parts
 * @param labels names of the classes
 * @param evaluation the figures
 */
public record EvaluationReport(
    String model,
    String modelSha256,
    String data,
    String dataSha256,
    String split,
    List<String> labels,
    Evaluation evaluation) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final double DIGITS = 1e6;

  public EvaluationReport {
    labels = List.copyOf(labels);
  }

  /** One JSON object; rows of the confusion matrix are the true classes. Shares have 6 digits. */
  public String toJson() {
    Confusion confusion = evaluation.confusion();
    ObjectNode root = JSON.createObjectNode();
    root.put("model", model).put("modelSha256", modelSha256);
    root.put("data", data).put("dataSha256", dataSha256);
    root.put("split", split).put("n", confusion.total());
    root.put("accuracy", rounded(confusion.accuracy()));
    root.putArray("accuracyInterval95")
        .add(rounded(evaluation.accuracyInterval().low()))
        .add(rounded(evaluation.accuracyInterval().high()));
    root.put("top2", rounded(evaluation.top2()));
    root.put("macroF1", rounded(confusion.macroF1()));
    root.put("balancedAccuracy", rounded(confusion.balancedAccuracy()));
    root.put("ece", rounded(evaluation.calibrationError()));
    labels.forEach(root.putArray("labels")::add);
    putConfusion(root.putArray("confusion"), confusion);
    ObjectNode perClass = root.putObject("perClass");
    for (int k = 0; k < labels.size(); k++) {
      perClass
          .putObject(labels.get(k))
          .put("precision", rounded(confusion.precision(k)))
          .put("recall", rounded(confusion.recall(k)))
          .put("f1", rounded(confusion.f1(k)))
          .put("support", confusion.support(k));
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private static void putConfusion(ArrayNode rows, Confusion confusion) {
    for (int truth = 0; truth < confusion.classes(); truth++) {
      ArrayNode row = rows.addArray();
      for (int chosen = 0; chosen < confusion.classes(); chosen++) {
        row.add(confusion.count(truth, chosen));
      }
    }
  }

  private static double rounded(double share) {
    return Math.round(share * DIGITS) / DIGITS;
  }
}
