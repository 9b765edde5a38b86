package ferlive.app.classify;

import java.util.List;

/**
 * What is said of a model, by the manifest or by the model itself.
 *
 * @param arch the network's name; "unknown" where nobody says it
 * @param params how many numbers were learned; 0 where nobody says it
 * @param multiplyAdds for one face; 0 where nobody says it
 * @param labels in the order of its output
 * @param metrics one for each part of a data set that it was measured on
 */
public record ModelFacts(
    String arch, long params, long multiplyAdds, List<String> labels, List<ModelMetrics> metrics) {
  public ModelFacts {
    labels = List.copyOf(labels);
    metrics = List.copyOf(metrics);
  }
}
