package ferlive.app.error;

/** What a run ends with. The numbers are part of the program's interface. */
public enum ExitCode {
  OK(0),
  /** A fault of the program itself. */
  INTERNAL(1),
  /** Unknown option, missing argument. */
  USAGE(2),
  /** A file or the configuration is missing, damaged or empty; no display. */
  INPUT(3),
  /** A model, cascade or detector file was refused. */
  MODEL(4),
  /** A camera or URL cannot be opened or is lost for good. */
  SOURCE(5),
  /** The requested device cannot be used. */
  DEVICE(6),
  /** An output cannot be written. */
  OUTPUT(7);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number given to the shell. */
  public int code() {
    return code;
  }
}
