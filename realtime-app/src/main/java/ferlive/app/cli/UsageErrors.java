package ferlive.app.cli;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for a command line that cannot be understood. */
final class UsageErrors {
  private UsageErrors() {}

  static String sentence(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched);
    }
    return fault.getMessage().lines().findFirst().orElse("wrong usage");
  }

  private static String unknown(UnmatchedArgumentException unmatched) {
    String argument = unmatched.getUnmatched().get(0);
    String what = argument.startsWith("-") ? "unknown option " : "unknown command or argument ";
    List<String> nearest = unmatched.getSuggestions();
    String hint = nearest.isEmpty() ? "" : " (did you mean " + nearest.get(0) + "?)";
    return what + argument + hint;
  }
}
