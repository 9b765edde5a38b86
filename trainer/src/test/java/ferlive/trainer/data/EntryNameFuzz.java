package ferlive.trainer.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names in archives: what is let through must stay under the folder. */
public final class EntryNameFuzz {
  private EntryNameFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String name = new String(data, StandardCharsets.UTF_8);
    if (EntryName.fault(name).isEmpty()) {
      Path folder = Path.of("/target");
      if (!folder.resolve(name).normalize().startsWith(folder)) {
        throw new AssertionError("leads outside: " + name);
      }
    }
  }
}
