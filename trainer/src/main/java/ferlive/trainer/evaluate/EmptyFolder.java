package ferlive.trainer.evaluate;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of our own with nothing in it.
 *
 * @param path where it is; gone when closed
 */
record EmptyFolder(Path path) implements AutoCloseable {
  static EmptyFolder make() {
    try {
      return new EmptyFolder(Files.createTempDirectory("ferlive-onnx"));
    } catch (IOException e) {
      throw new TrainerException(ExitCode.OUTPUT, "cannot make a folder for temporary files", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Nothing is in it, and the system clears its temporary files.
      path.toFile().deleteOnExit();
    }
  }
}
