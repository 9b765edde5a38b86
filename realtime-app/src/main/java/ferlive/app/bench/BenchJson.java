package ferlive.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports as JSON: times in milliseconds, memory in MiB, shares 0..1. */
public final class BenchJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private BenchJson() {}

  /** A report as one JSON object. */
  public static ObjectNode tree(BenchReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", 1);
    root.put("fps", Thousandths.of(report.fps()));
    root.put("facesPerSecond", Thousandths.of(report.facesPerSecond()));
    root.put("frames", report.frames());
    root.put("seconds", Thousandths.of(report.used().seconds()));
    root.put("dropped", report.dropped());
    ObjectNode cpu = root.putObject("cpu");
    cpu.put("share", Thousandths.of(report.cpuShare()));
    cpu.put("millisPerFrame", Thousandths.of(report.cpuMillisPerFrame()));
    report.decodeOnlyFps().ifPresent(fps -> decodeOnly(root.putObject("decodeOnly"), fps, report));
    ObjectNode stages = root.putObject("stages");
    report.stages().forEach((stage, times) -> stages.set(stage.key(), MAPPER.valueToTree(times)));
    root.set("memory", MAPPER.valueToTree(report.memory()));
    root.set("machine", MAPPER.valueToTree(report.machine()));
    root.set("settings", settings(report.settings()));
    return root;
  }

  private static void decodeOnly(ObjectNode node, double fps, BenchReport report) {
    node.put("fps", Thousandths.of(fps));
    node.put("share", Thousandths.of(report.fps() / fps));
  }

  private static ObjectNode settings(BenchSettings settings) {
    ObjectNode node = MAPPER.valueToTree(settings);
    ObjectNode analyzer = (ObjectNode) node.remove("analyzer");
    analyzer.remove("notices");
    return node.setAll(analyzer);
  }

  /** The text of a report, without a line end after it. */
  public static String text(JsonNode report) {
    return report.toPrettyString();
  }

  /**
   * Reads a report from a file.
   *
   * @throws AppException INPUT when there is none
   */
  public static JsonNode read(String file) {
    try {
      return parse(Files.readString(Path.of(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new AppException(ExitCode.INPUT, file + ": no report of bench --json", e);
    }
  }

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static JsonNode parse(String text) {
    try {
      JsonNode report = MAPPER.readTree(text);
      if (report.path("fps").isNumber() && report.path("stages").isObject()) {
        return report;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
    throw new IllegalArgumentException("no report");
  }
}
