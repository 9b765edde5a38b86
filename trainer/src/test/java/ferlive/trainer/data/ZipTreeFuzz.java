package ferlive.trainer.data;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.fuzz.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Archives of faces. */
public final class ZipTreeFuzz {
  private ZipTreeFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path file = Files.createTempFile("ferlive-fuzz", ".zip");
    try {
      Files.write(file, data);
      try (ZipTree tree = ZipTree.open(file)) {
        for (String name : tree.names()) {
          read(tree, name);
        }
      }
    } catch (TrainerException e) {
      Messages.check(e.getMessage());
    } finally {
      Files.delete(file);
    }
  }

  private static void read(ZipTree tree, String name) {
    try {
      tree.read(name);
    } catch (BadSampleException e) {
      Messages.check(e.getMessage());
    }
  }
}
