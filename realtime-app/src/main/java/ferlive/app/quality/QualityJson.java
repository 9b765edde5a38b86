package ferlive.app.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The figures as JSON; shares 0..1 and times in seconds, null where there is nothing to share. */
final class QualityJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private QualityJson() {}

  /** One JSON object, without a line end after it. */
  static String write(Map<String, Quality> bySource) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", 1);
    ArrayNode files = root.putArray("files");
    bySource.forEach((source, quality) -> put(files.addObject().put("file", source), quality));
    put(root.putObject("total"), bySource.values().stream().reduce(Quality.NONE, Quality::plus));
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures could not be written as JSON", e);
    }
  }

  private static void put(ObjectNode node, Quality quality) {
    CountFigures count = quality.count();
    node.put("frames", count.frames());
    number(node, "rightCount", count.rightShare());
    node.put("falseFaces", count.falseFaces());
    node.put("gaps", count.gaps());
    number(node, "longestGap", count.longestGap());
    node.put("tracks", count.tracks());
    LabelFigures label = quality.label();
    number(node, "labelAccuracy", label.accuracy());
    number(node, "sureAccuracy", label.sureAccuracy());
    number(node, "notSure", label.notSureShare());
    SteadyFigures steady = quality.steady();
    node.put("switches", steady.switches());
    node.put("sureSwitches", steady.sureSwitches());
    number(node, "switchesPerMinute", steady.switchesPerMinute());
    number(node, "sureSwitchesPerMinute", steady.sureSwitchesPerMinute());
    ArrayNode onsets = node.putArray("onsets");
    steady.onsets().forEach(onset -> onsets.add(rounded(onset)));
    node.put("missedOnsets", steady.missedOnsets());
  }

  private static void number(ObjectNode node, String name, double value) {
    node.put(name, Double.isNaN(value) ? null : rounded(value));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
