package ferlive.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a report as JSON; times in milliseconds. */
public final class BenchJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private BenchJson() {}

  /** One JSON object, without a line end after it. */
  public static String write(BenchReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", 1);
    root.put("fps", hundredths(report.fps()));
    root.put("facesPerSecond", hundredths(report.facesPerSecond()));
    root.put("frames", report.frames());
    ObjectNode stages = root.putObject("stages");
    report
        .stages()
        .forEach((stage, latency) -> stages.set(stage.key(), MAPPER.valueToTree(latency)));
    root.set("machine", MAPPER.valueToTree(report.machine()));
    root.set("settings", MAPPER.valueToTree(report.settings()));
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report could not be written as JSON", e);
    }
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
