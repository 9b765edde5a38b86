package ferlive.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What the other cores bring: a measurement on one core beside one on all. */
public final class CoreGain {
  private CoreGain() {}

  /**
   * The report on all cores, with that on one core and the gain in it.
   *
   * @param one the report on one core
   */
  public static ObjectNode tree(JsonNode one, BenchReport all) {
    ObjectNode tree = BenchJson.tree(all);
    tree.put("gainOverOneCore", Thousandths.of(all.fps() / one.path("fps").asDouble()));
    double source = one.at("/decodeOnly/fps").asDouble();
    if (source > 0) {
      tree.put("shareOfOneCoreSource", Thousandths.of(all.fps() / source));
    }
    tree.set("oneCore", one);
    return tree;
  }

  /** For people, without a line end after it. */
  public static String text(JsonNode one, BenchReport all) {
    JsonNode both = tree(one, all);
    StringBuilder text = new StringBuilder(BenchText.of(all));
    text.append("\n\n").append(Comparison.of("one core", one, "all cores", both));
    JsonNode share = both.path("shareOfOneCoreSource");
    if (share.isNumber()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n%.1f %% of what the source alone gives on one core",
              100 * share.asDouble()));
    }
    return text.toString();
  }
}
