package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the names of outputs before anything is opened. Without state. */
final class OutputNames {
  private static final String STANDARD_OUTPUT = "-";

  private OutputNames() {}

  /**
   * Refuses outputs that would destroy each other or an input.
   *
   * @throws AppException USAGE
   */
  static void check(List<String> outputs, List<String> inputs) {
    for (int i = 0; i < outputs.size(); i++) {
      String output = outputs.get(i);
      if (output.isBlank()) {
        throw usage("an output has an empty name");
      }
      if (outputs.subList(0, i).stream().anyMatch(other -> isSame(other, output))) {
        throw usage("two outputs go to " + output);
      }
      if (inputs.stream().anyMatch(input -> isSame(input, output))) {
        throw usage("the output " + output + " is also an input");
      }
    }
  }

  /** Whether a program takes the standard output, so that nothing else may be written there. */
  static boolean takeStandardOutput(List<String> outputs) {
    return outputs.contains(STANDARD_OUTPUT);
  }

  private static boolean isSame(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (one.equals(STANDARD_OUTPUT) || other.equals(STANDARD_OUTPUT)) {
      return false;
    }
    try {
      Path first = Path.of(one).toAbsolutePath().normalize();
      Path second = Path.of(other).toAbsolutePath().normalize();
      return first.equals(second) || Files.isSameFile(first, second);
    } catch (IOException | IllegalArgumentException e) {
      // One of them is not there, or is a URL.
      return false;
    }
  }

  private static AppException usage(String message) {
    return new AppException(ExitCode.USAGE, message);
  }
}
