package ferlive.trainer.cli;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.output.OutputFile;
import java.nio.file.Path;

/** Files that commands write when asked to. */
final class Outputs {
  private static final Path STANDARD = Path.of("-");

  private Outputs() {}

  /** Whether a file stands for standard output. */
  static boolean isStandard(Path file) {
    return STANDARD.equals(file);
  }

  /**
   * Finds out before the work whether a file can be written, when there is one.
   *
   * @param what it is, for the message
   * @throws TrainerException with USAGE for standard output, with OUTPUT when it cannot be written
   */
  static void check(Path file, String what) {
    if (file == null) {
      return;
    }
    if (isStandard(file)) {
      throw new TrainerException(ExitCode.USAGE, what + " is written to a file, not to -");
    }
    OutputFile.check(file);
  }
}
