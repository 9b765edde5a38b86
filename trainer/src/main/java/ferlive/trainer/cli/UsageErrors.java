package ferlive.trainer.cli;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line for a command line that cannot be understood. */
final class UsageErrors {
  private UsageErrors() {}

  static String line(ParameterException fault) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    return sentence(fault) + "; see `" + command + " --help`";
  }

  private static String sentence(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      List<String> nearest = unmatched.getSuggestions();
      return "unknown option or argument "
          + unmatched.getUnmatched().get(0)
          + (nearest.isEmpty() ? "" : " (did you mean " + nearest.get(0) + "?)");
    }
    // Some of picocli's messages begin with the word, and some have a second line.
    return fault
        .getMessage()
        .lines()
        .findFirst()
        .orElse("wrong usage")
        .replaceFirst("^Error: ", "");
  }
}
