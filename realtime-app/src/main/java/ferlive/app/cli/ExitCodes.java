package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of several reasons a run ends with. */
final class ExitCodes {
  /** The first that holds is told to the shell. */
  private static final List<ExitCode> PRECEDENCE =
      List.of(
          ExitCode.USAGE,
          ExitCode.MODEL,
          ExitCode.DEVICE,
          ExitCode.SOURCE,
          ExitCode.INPUT,
          ExitCode.OUTPUT,
          ExitCode.INTERNAL,
          ExitCode.OK);

  private ExitCodes() {}

  /** OK where there is no fault. */
  static ExitCode of(Collection<? extends Exception> faults) {
    return faults.stream()
        .map(ExitCodes::of)
        .min(Comparator.comparingInt(PRECEDENCE::indexOf))
        .orElse(ExitCode.OK);
  }

  /** INTERNAL for what is not made for the user. */
  static ExitCode of(Exception fault) {
    return fault instanceof AppException known ? known.exitCode() : ExitCode.INTERNAL;
  }
}
