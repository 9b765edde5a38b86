package ferlive.trainer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * The list of the models that stand beside it, {@code manifest.json}: file, bytes, sha256,
 * architecture, size, labels, metrics and the command that made each. An app holds every file of
 * that folder against it.
 */
final class ModelManifest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int SCHEMA = 1;
  private static final long MAX_BYTES = 1 << 20;

  private static final String METRIC = "fer.metric.";

  /** What a model was chosen by that learned from a folder without splits. */
  private static final String HELD_OUT = "held-out";

  private ModelManifest() {}

  /**
   * Adds or replaces the entry of a model.
   *
   * @param manifest the list; made when it is not there
   * @param file name of the model beside the list
   * @param metadata of the model
   */
  static void put(
      Path manifest, String file, byte[] model, Map<String, String> metadata, LocalDate day) {
    ObjectNode root = read(manifest);
    ArrayNode models = root.withArray("models");
    ObjectNode entry = entry(file, model, metadata, day);
    int at = 0;
    while (at < models.size() && models.get(at).path("file").asText().compareTo(file) < 0) {
      at++;
    }
    if (at < models.size() && models.get(at).path("file").asText().equals(file)) {
      models.set(at, entry);
    } else {
      models.insert(at, entry);
    }
    try {
      OutputFile.write(manifest, JSON.writeValueAsString(root) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  /**
   * Finds out whether a list could be added to.
   *
   * @throws TrainerException with INPUT when it is no list of models
   */
  static void check(Path manifest) {
    read(manifest);
  }

  private static ObjectNode read(Path manifest) {
    if (!Files.exists(manifest)) {
      return JSON.createObjectNode().put("schema", SCHEMA);
    }
    try {
      if (Files.size(manifest) > MAX_BYTES) {
        throw new IOException("it is larger than a list of models can be");
      }
      JsonNode root = JSON.readTree(manifest.toFile());
      if (root instanceof ObjectNode object && object.path("schema").asInt() == SCHEMA) {
        return object;
      }
      throw new TrainerException(
          ExitCode.INPUT, manifest + " is not a list of models of schema " + SCHEMA);
    } catch (JsonProcessingException e) {
      throw new TrainerException(ExitCode.INPUT, manifest + " cannot be read as JSON", e);
    } catch (IOException e) {
      throw new TrainerException(
          ExitCode.INPUT, "cannot read " + manifest + ": " + e.getMessage(), e);
    }
  }

  private static ObjectNode entry(
      String file, byte[] model, Map<String, String> metadata, LocalDate day) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("file", file).put("bytes", model.length).put("sha256", Sha256.of(model));
    entry.put("arch", metadata.get("fer.arch"));
    entry.put("params", Long.parseLong(metadata.get("fer.params")));
    entry.put("multiplyAdds", Long.parseLong(metadata.get("fer.multiply-adds")));
    try {
      entry.set("labels", JSON.readTree(metadata.get("fer.labels")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("labels that are no JSON", e);
    }
    ObjectNode metrics = entry.putObject("metrics");
    String split = metadata.containsKey(METRIC + HELD_OUT + ".accuracy") ? HELD_OUT : "public";
    metrics.put("split", split).put("date", day.toString());
    putFigure(metrics, "accuracy", metadata.get(METRIC + split + ".accuracy"));
    putFigure(metrics, "macroF1", metadata.get(METRIC + split + ".macro-f1"));
    putFigure(metrics, "ece", metadata.get(METRIC + split + ".ece"));
    entry.put("command", metadata.get("fer.train.command"));
    entry.put("license", metadata.get("fer.license"));
    return entry;
  }

  private static void putFigure(ObjectNode metrics, String name, String value) {
    if (value != null) {
      metrics.put(name, Double.parseDouble(value));
    }
  }
}
