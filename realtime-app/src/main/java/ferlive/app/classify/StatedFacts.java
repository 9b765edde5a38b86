package ferlive.app.classify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is said of a model. What is not said, or is no number, is left out. */
final class StatedFacts {
  private static final Pattern METRIC = Pattern.compile("fer\\.metric\\.([\\w-]+)\\.([\\w-]+)");
  private static final Pattern HYPHEN = Pattern.compile("-(.)");

  private StatedFacts() {}

  /** From a model's object in the manifest. */
  static ModelFacts ofManifest(JsonNode entry) {
    List<String> labels = new ArrayList<>();
    entry.path("labels").forEach(label -> labels.add(label.asText()));
    return new ModelFacts(
        entry.path("arch").asText("unknown"),
        entry.path("params").asLong(),
        entry.path("multiplyAdds").asLong(),
        labels,
        metrics(entry.path("metrics")));
  }

  private static List<ModelMetrics> metrics(JsonNode node) {
    if (!node.path("split").isTextual()) {
      return List.of();
    }
    Map<String, Double> figures = new TreeMap<>();
    for (Map.Entry<String, JsonNode> figure : node.properties()) {
      if (figure.getValue().isNumber()) {
        figures.put(figure.getKey(), figure.getValue().asDouble());
      }
    }
    Optional<String> date = Optional.ofNullable(node.path("date").textValue());
    return List.of(new ModelMetrics(node.path("split").asText(), date, figures));
  }

  /** From the model's own metadata. */
  static ModelFacts ofMetadata(Map<String, String> metadata, ModelContract contract) {
    Map<String, Map<String, Double>> figures = new TreeMap<>();
    metadata.forEach(
        (key, value) -> {
          Matcher metric = METRIC.matcher(key);
          if (metric.matches()) {
            number(value)
                .ifPresent(
                    figure ->
                        figures
                            .computeIfAbsent(metric.group(1), split -> new TreeMap<>())
                            .put(camelCase(metric.group(2)), figure));
          }
        });
    return new ModelFacts(
        contract.architecture(),
        number(metadata.get("fer.params")).orElse(0.0).longValue(),
        number(metadata.get("fer.multiply-adds")).orElse(0.0).longValue(),
        contract.labels(),
        figures.entrySet().stream()
            .map(split -> new ModelMetrics(split.getKey(), Optional.empty(), split.getValue()))
            .toList());
  }

  /** As the manifest names the same figure. */
  private static String camelCase(String name) {
    return HYPHEN.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.ofNullable(text).map(Double::valueOf).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
