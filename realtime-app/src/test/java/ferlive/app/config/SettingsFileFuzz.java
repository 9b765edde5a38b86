package ferlive.app.config;

import ferlive.app.error.AppException;
import ferlive.app.fuzz.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings that somebody else wrote. */
public final class SettingsFileFuzz {
  private SettingsFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path file = Files.createTempFile("ferlive-fuzz", ".conf");
    try {
      Files.write(file, data);
      SettingsFile.read(file).forEach(setting -> Messages.check(setting.place() + setting.name()));
    } catch (AppException e) {
      Messages.check(e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
