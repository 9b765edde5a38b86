package ferlive.trainer.evaluate;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ONNX file in memory, so that what is checked and what is used are the same bytes. */
public final class ModelBytes {
  private static final long MAX_BYTES = 256L << 20;

  private ModelBytes() {}

  /**
   * Reads a model.
   *
   * @throws TrainerException with MODEL when it cannot be read or is too large
   */
  public static byte[] read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw refused("the model " + file + " is not there", null);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw refused("the model " + file + " is larger than " + (MAX_BYTES >> 20) + " MB", null);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw refused("the model " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static TrainerException refused(String message, Exception cause) {
    return new TrainerException(ExitCode.MODEL, message, cause);
  }
}
