package ferlive.app.quality;

import ferlive.app.error.AppException;
import ferlive.app.fuzz.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What people say that they see. */
public final class TruthFileFuzz {
  private TruthFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path file = Files.createTempFile("ferlive-fuzz", ".csv");
    try {
      Files.write(file, data);
      TruthFile.read(file, List.of("happy", "sad")).ranges("a.mp4");
    } catch (AppException e) {
      Messages.check(e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
