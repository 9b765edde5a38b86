package ferlive.trainer.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.trainer.evaluate.EvaluationJson;

/** A comparison as JSON: of each model what {@code evaluate} writes, its cost, and all pairs. */
public final class ComparisonJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ComparisonJson() {}

  /** One JSON object and a line feed. */
  public static String of(Comparison comparison) {
    ObjectNode root = JSON.createObjectNode();
    root.put("machine", comparison.machine());
    ArrayNode models = root.putArray("models");
    for (ComparedModel model : comparison.models()) {
      ObjectNode entry = EvaluationJson.tree(model.report());
      ObjectNode cost = entry.putObject("cost");
      cost.put("millisPerFace", model.cost().millisPerFace());
      model.cost().multiplyAdds().ifPresent(number -> cost.put("multiplyAdds", number));
      model.cost().params().ifPresent(number -> cost.put("params", number));
      cost.put("bytes", model.cost().bytes());
      models.addObject().put("name", model.name()).setAll(entry);
    }
    ArrayNode pairs = root.putArray("mcnemar");
    for (Comparison.Pair pair : comparison.pairs()) {
      pairs
          .addObject()
          .put("first", comparison.models().get(pair.first()).name())
          .put("second", comparison.models().get(pair.second()).name())
          .put("onlyFirst", pair.test().onlyFirst())
          .put("onlySecond", pair.test().onlySecond())
          .put("p", pair.test().p());
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }
}
