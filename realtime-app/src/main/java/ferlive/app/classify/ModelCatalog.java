package ferlive.app.classify;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import ferlive.app.asset.AssetFile;
import ferlive.app.asset.HomeFolder;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.onnx.LoadDeadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what the shipped models are, and what a user's own is. Thread-safe, without state. */
public final class ModelCatalog {
  private ModelCatalog() {}

  /**
   * The models of the manifest, in its order, each held against its file. None is loaded.
   *
   * @throws AppException with MODEL when the manifest cannot be understood or a file not be read
   */
  public static List<ListedModel> shipped(HomeFolder home) {
    ModelManifest manifest = ModelManifest.read(home.models());
    List<ListedModel> models = new ArrayList<>();
    for (String file : manifest.files()) {
      models.add(shipped(home.models().resolve(file), manifest.entry(file)));
    }
    return models;
  }

  private static ListedModel shipped(Path file, JsonNode entry) {
    String name = ModelLoader.name(file);
    ModelFacts facts = StatedFacts.ofManifest(entry);
    String expected = entry.path("sha256").asText();
    if (Files.notExists(file)) {
      return new ListedModel(
          name, file.toString(), entry.path("bytes").asLong(), expected, ModelState.MISSING, facts);
    }
    AssetFile asset = AssetFile.read(file, "model", ModelLoader.MAX_BYTES);
    ModelState state = asset.sha256().equals(expected) ? ModelState.OK : ModelState.CHANGED;
    return listed(name, asset, state, facts);
  }

  /**
   * A model by name or path, loaded and held to the contract.
   *
   * @throws AppException with MODEL when it is missing or refused
   */
  public static ListedModel file(HomeFolder home, String model) {
    return file(home, model, EmotionClassifier.CPU_LIMIT);
  }

  static ListedModel file(HomeFolder home, String model, Duration limit) {
    ModelFile file = ModelLoader.load(home, model, false);
    ModelState state = file.notice().isPresent() ? ModelState.UNLISTED : ModelState.OK;
    return listed(file.name(), file.asset(), state, facts(file, limit));
  }

  /** A stranger's model may take for ever to load here as well. */
  private static ModelFacts facts(ModelFile file, Duration limit) {
    return LoadDeadline.load(file.asset(), limit, () -> facts(file), late -> {});
  }

  private static ModelFacts facts(ModelFile file) {
    try (OrtSession session = OnnxSessions.onCpu(file, 1)) {
      ModelContract contract = new ContractReader(file.asset().path()).read(session);
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      return StatedFacts.ofMetadata(metadata, contract);
    } catch (OrtException e) {
      throw new AppException(
          ExitCode.MODEL, "cannot read the metadata of model file " + file.asset().path(), e);
    }
  }

  private static ListedModel listed(
      String name, AssetFile asset, ModelState state, ModelFacts facts) {
    return new ListedModel(
        name, asset.path().toString(), asset.bytes().length, asset.sha256(), state, facts);
  }
}
