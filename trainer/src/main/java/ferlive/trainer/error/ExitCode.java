package ferlive.trainer.error;

/** What a run ends with. The numbers are part of the program's interface. */
public enum ExitCode {
  OK(0),
  /** A fault of the program itself, and a training that ended in NaN. */
  INTERNAL(1),
  /** Unknown option, missing argument. */
  USAGE(2),
  /** Data, checkpoint or configuration is missing, damaged or empty. */
  INPUT(3),
  /** A model was refused: it breaks the contract or differs from its network. */
  MODEL(4),
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
