package ferlive.app.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import ferlive.app.asset.AssetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shipped models and what is said of them, from {@code models/manifest.json}. Immutable. */
final class ModelManifest {
  private static final String FILE = "manifest.json";
  private static final int SCHEMA = 1;
  private static final int MAX_BYTES = 1 << 20;

  private final Map<String, JsonNode> entries;

  private ModelManifest(Map<String, JsonNode> entries) {
    this.entries = entries;
  }

  /**
   * Reads the manifest of a folder; where there is none, nothing is listed.
   *
   * @throws AppException with MODEL when it cannot be read or understood
   */
  static ModelManifest read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new ModelManifest(Map.of());
    }
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(AssetFile.read(file, "manifest", MAX_BYTES).bytes());
    } catch (IOException e) {
      throw new AppException(ExitCode.MODEL, file + " cannot be read as JSON", e);
    }
    if (root.path("schema").asInt() != SCHEMA || !root.path("models").isArray()) {
      throw new AppException(ExitCode.MODEL, file + " is not a model manifest of schema " + SCHEMA);
    }
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    for (JsonNode model : root.path("models")) {
      if (!model.path("file").isTextual() || !model.path("sha256").isTextual()) {
        throw new AppException(ExitCode.MODEL, file + " lists a model without file or sha256");
      }
      entries.put(model.path("file").asText(), model);
    }
    return new ModelManifest(entries);
  }

  /** File names of the listed models, in the manifest's order. */
  Set<String> files() {
    return entries.keySet();
  }

  /** The hash that a file of this name must have. */
  Optional<String> sha256(String file) {
    return Optional.ofNullable(entries.get(file)).map(ModelManifest::sha256);
  }

  /** Whether some listed model has this content. */
  boolean lists(String sha256) {
    return entries.values().stream().map(ModelManifest::sha256).anyMatch(sha256::equals);
  }

  private static String sha256(JsonNode entry) {
    return entry.path("sha256").asText();
  }

  /** All that is said of a listed model; a missing node for one that is not listed. */
  JsonNode entry(String file) {
    return Optional.ofNullable(entries.get(file)).orElse(MissingNode.getInstance());
  }
}
