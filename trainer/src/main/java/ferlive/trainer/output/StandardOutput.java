package ferlive.trainer.output;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Results on standard output, in UTF-8 whatever the terminal is set to. */
public final class StandardOutput {
  private StandardOutput() {}

  /**
   * Writes text and flushes it. A reader that has closed our pipe wanted no more, which is no
   * failure.
   *
   * @throws TrainerException with OUTPUT when it cannot be written, on a full disk for instance
   */
  public static void write(String text) {
    System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    if (System.out.checkError()) {
      tellFailure();
    }
  }

  /** The stream keeps no reason for its failure: a write past it fails for the same one. */
  // Closing it would close standard output.
  @SuppressWarnings("StreamResourceLeak")
  private static void tellFailure() {
    try {
      new FileOutputStream(FileDescriptor.out).write('\n');
    } catch (IOException e) {
      if (!"Broken pipe".equals(e.getMessage())) {
        throw new TrainerException(
            ExitCode.OUTPUT, "cannot write to standard output: " + e.getMessage(), e);
      }
    }
  }
}
