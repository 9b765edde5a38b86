package ferlive.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Two reports side by side: every figure that both have, their ratio, and what differs in machine
 * and settings.
 */
public final class Comparison {
  private static final Pattern FIGURES =
      Pattern.compile("fps|facesPerSecond|dropped|(cpu|decodeOnly|stages|memory)\\.");

  /** Follows from the speed of the machine. */
  private static final String WARM_UP = "warmUpFrames";

  private final StringBuilder text = new StringBuilder();

  private Comparison() {}

  /**
   * A table, without a line end after it.
   *
   * @param nameA heads the column of {@code a}
   * @param a a report as {@link BenchJson} writes it
   * @param nameB heads the column of {@code b}
   * @param b what {@code a} is held against: a ratio above 1 means that b's figure is higher
   */
  public static String of(String nameA, JsonNode a, String nameB, JsonNode b) {
    Comparison comparison = new Comparison();
    comparison.figures(nameA, a, nameB, b);
    comparison.differences("machine", a, b);
    comparison.differences("settings", a, b);
    return comparison.text.toString().stripTrailing();
  }

  private void figures(String nameA, JsonNode a, String nameB, JsonNode b) {
    line("%-28s %14s %14s %9s", "", shortened(nameA), shortened(nameB), "ratio");
    Map<String, JsonNode> ofB = leaves(b);
    leaves(a)
        .forEach(
            (key, value) -> {
              JsonNode other = ofB.get(key);
              if (other != null && value.isNumber() && other.isNumber() && isFigure(key)) {
                figure(key, value.asDouble(), other.asDouble());
              }
            });
  }

  private void figure(String key, double a, double b) {
    // Of a growth that may be negative, a ratio says nothing.
    String ratio = a > 0 && b >= 0 ? String.format(Locale.ROOT, "%.2f", b / a) : "";
    line("%-28s %14.3f %14.3f %9s", key, a, b, ratio);
  }

  /** The length of a run is none, and the one slowest frame is chance. */
  private static boolean isFigure(String key) {
    return FIGURES.matcher(key).lookingAt() && !key.endsWith(".max");
  }

  private void differences(String part, JsonNode a, JsonNode b) {
    Map<String, JsonNode> ofA = leaves(a.path(part));
    Map<String, JsonNode> ofB = leaves(b.path(part));
    TreeSet<String> keys = new TreeSet<>(ofA.keySet());
    keys.addAll(ofB.keySet());
    for (String key : keys) {
      String valueA = value(ofA.get(key));
      String valueB = value(ofB.get(key));
      if (!valueA.equals(valueB) && !key.equals(WARM_UP)) {
        line("%s differs in %s: %s, %s", part, key, valueA, valueB);
      }
    }
  }

  private static String value(JsonNode leaf) {
    return leaf == null ? "nothing" : leaf.asText();
  }

  /** The end of a long name says more than its start. */
  private static String shortened(String name) {
    return name.length() <= 14 ? name : "…" + name.substring(name.length() - 13);
  }

  /** Every value of a tree by its path, as {@code stages.detect.p50}, in the order of the tree. */
  private static Map<String, JsonNode> leaves(JsonNode tree) {
    Map<String, JsonNode> leaves = new LinkedHashMap<>();
    collect("", tree, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
    if (node.isValueNode()) {
      leaves.put(path, node);
    }
    node.properties()
        .forEach(
            child -> {
              String name = path.isEmpty() ? child.getKey() : path + "." + child.getKey();
              collect(name, child.getValue(), leaves);
            });
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
