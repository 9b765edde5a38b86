package ferlive.app.classify;

import ferlive.app.asset.AssetFile;
import ferlive.app.asset.HomeFolder;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a model by name or path and checks its origin.
 *
 * <p>A model under {@code models/} must be the one that the manifest lists. A file elsewhere is the
 * user's own choice: used with a notice when it is not listed, or refused when asked to be strict.
 *
 * <p><b>Threading</b>: thread-safe, without state.
 */
public final class ModelLoader {
  static final int MAX_BYTES = 256 << 20;
  private static final String EXTENSION = ".onnx";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  private ModelLoader() {}

  /**
   * Reads a model once.
   *
   * @param model name of a shipped model, or path of an {@code .onnx} file
   * @param strict whether a file that the manifest does not list is refused
   * @throws AppException with MODEL when the model is missing or refused
   */
  public static ModelFile load(HomeFolder home, String model, boolean strict) {
    ModelManifest manifest = ModelManifest.read(home.models());
    Path file = locate(home, manifest, model);
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
      throw refused("model file '" + file + "' does not end in " + EXTENSION);
    }
    AssetFile asset = AssetFile.read(file, "model", MAX_BYTES);
    String name = name(file);
    if (isIn(home.models(), file)) {
      checkShipped(manifest, asset);
      return new ModelFile(name, asset, Optional.empty());
    }
    if (manifest.lists(asset.sha256())) {
      return new ModelFile(name, asset, Optional.empty());
    }
    if (strict) {
      throw refused("model file " + file + " is not listed in " + home.models() + "/manifest.json");
    }
    return new ModelFile(
        name,
        asset,
        Optional.of("model file " + file + " is not one of the shipped models; using it as it is"));
  }

  /** A model's name: that of its file, without the extension. */
  static String name(Path file) {
    String fileName = file.getFileName().toString();
    return fileName.substring(0, fileName.length() - EXTENSION.length());
  }

  /**
   * Names of the shipped models, in the manifest's order.
   *
   * @throws AppException with MODEL when the manifest cannot be read
   */
  public static List<String> shipped(HomeFolder home) {
    return ModelManifest.read(home.models()).files().stream()
        .map(file -> file.replace(EXTENSION, ""))
        .toList();
  }

  private static Path locate(HomeFolder home, ModelManifest manifest, String model) {
    if (!NAME.matcher(model).matches()) {
      return path(model);
    }
    Path file = home.models().resolve(model + EXTENSION);
    if (!Files.exists(file)) {
      throw refused(
          "there is no model named %s in %s; there are: %s"
              .formatted(model, home.models(), names(manifest)));
    }
    return file;
  }

  private static Path path(String model) {
    try {
      return Path.of(model);
    } catch (InvalidPathException e) {
      throw new AppException(ExitCode.MODEL, "'" + model + "' cannot name a model file", e);
    }
  }

  private static String names(ModelManifest manifest) {
    return manifest.files().isEmpty()
        ? "none"
        : manifest.files().stream()
            .map(file -> file.replace(EXTENSION, ""))
            .collect(Collectors.joining(", "));
  }

  private static boolean isIn(Path folder, Path file) {
    try {
      return Files.isDirectory(folder) && file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      throw new AppException(ExitCode.MODEL, "cannot read model file " + file, e);
    }
  }

  private static void checkShipped(ModelManifest manifest, AssetFile asset) {
    String expected =
        manifest
            .sha256(asset.path().getFileName().toString())
            .orElseThrow(
                () ->
                    refused(
                        "model file %s is not listed in the manifest beside it"
                            .formatted(asset.path())));
    if (!expected.equals(asset.sha256())) {
      throw refused(
          "model file %s was changed: its sha256 is %s, the manifest says %s"
              .formatted(asset.path(), asset.sha256(), expected));
    }
  }

  private static AppException refused(String message) {
    return new AppException(ExitCode.MODEL, message);
  }
}
