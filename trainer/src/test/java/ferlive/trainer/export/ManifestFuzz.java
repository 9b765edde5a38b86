package ferlive.trainer.export;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.fuzz.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lists of models. */
public final class ManifestFuzz {
  private ManifestFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path file = Files.createTempFile("ferlive-fuzz", ".json");
    try {
      Files.write(file, data);
      ModelManifest.check(file);
    } catch (TrainerException e) {
      Messages.check(e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
