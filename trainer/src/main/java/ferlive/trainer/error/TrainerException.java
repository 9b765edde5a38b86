package ferlive.trainer.error;

/**
 * Ends a run with an exit code and one sentence for the user, which names the thing at fault and,
 * where there is one, the way out.
 */
public final class TrainerException extends RuntimeException {
  private final ExitCode exitCode;

  public TrainerException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public TrainerException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
