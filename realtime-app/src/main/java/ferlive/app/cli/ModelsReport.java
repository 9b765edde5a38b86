package ferlive.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.app.classify.ListedModel;
import ferlive.app.classify.ModelMetrics;
import ferlive.app.pipeline.AnalyzerConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A list of models as a table for people and as JSON. */
final class ModelsReport {
  private static final int HASH_SHOWN = 12;

  private ModelsReport() {}

  static String text(List<ListedModel> models) {
    TextTable table =
        new TextTable(
            "model",
            "network",
            "parameters",
            "multiply-adds",
            "bytes",
            "figures",
            "sha256",
            "file");
    Map<List<String>, String> labels = new LinkedHashMap<>();
    for (ListedModel model : models) {
      String mark = model.name().equals(AnalyzerConfig.DEFAULT_MODEL) ? " (default)" : "";
      table.row(
          model.name() + mark,
          model.facts().arch(),
          count(model.facts().params()),
          count(model.facts().multiplyAdds()),
          count(model.bytes()),
          model.facts().metrics().stream()
              .map(ModelsReport::figures)
              .collect(Collectors.joining("; ")),
          model.sha256().substring(0, Math.min(HASH_SHOWN, model.sha256().length()))
              + " "
              + state(model),
          model.file());
      labels.merge(model.facts().labels(), model.name(), (one, other) -> one + ", " + other);
    }
    StringBuilder text = new StringBuilder(table.text());
    labels.forEach(
        (names, named) ->
            text.append("\nlabels of ")
                .append(named)
                .append(": ")
                .append(String.join(", ", names)));
    return text.toString();
  }

  private static String figures(ModelMetrics metrics) {
    return metrics.figures().entrySet().stream()
        .map(figure -> String.format(Locale.ROOT, "%s %.4f", figure.getKey(), figure.getValue()))
        .collect(Collectors.joining(", ", metrics.split() + ": ", ""));
  }

  private static String count(long number) {
    return number == 0 ? "-" : String.format(Locale.ROOT, "%,d", number);
  }

  private static String state(ListedModel model) {
    return model.state().name().toLowerCase(Locale.ROOT);
  }

  static String json(List<ListedModel> models) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", 1);
    ArrayNode list = root.putArray("models");
    models.forEach(model -> put(list.addObject(), model));
    return root.toPrettyString();
  }

  private static void put(ObjectNode node, ListedModel model) {
    node.put("name", model.name());
    node.put("default", model.name().equals(AnalyzerConfig.DEFAULT_MODEL));
    node.put("file", model.file());
    node.put("bytes", model.bytes());
    node.put("sha256", model.sha256());
    node.put("state", state(model));
    node.put("arch", model.facts().arch());
    node.put("params", model.facts().params());
    node.put("multiplyAdds", model.facts().multiplyAdds());
    ArrayNode labels = node.putArray("labels");
    model.facts().labels().forEach(labels::add);
    ArrayNode metrics = node.putArray("metrics");
    for (ModelMetrics measured : model.facts().metrics()) {
      ObjectNode figures = metrics.addObject();
      figures.put("split", measured.split());
      measured.date().ifPresent(date -> figures.put("date", date));
      measured.figures().forEach(figures::put);
    }
  }
}
