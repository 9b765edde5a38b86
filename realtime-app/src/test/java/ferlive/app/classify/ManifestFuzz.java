package ferlive.app.classify;

import ferlive.app.error.AppException;
import ferlive.app.fuzz.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Manifests of models. */
public final class ManifestFuzz {
  private ManifestFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path folder = Files.createTempDirectory("ferlive-fuzz");
    Path file = folder.resolve("manifest.json");
    try {
      Files.write(file, data);
      ModelManifest manifest = ModelManifest.read(folder);
      manifest.files().forEach(manifest::sha256);
    } catch (AppException e) {
      Messages.check(e.getMessage());
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }
}
