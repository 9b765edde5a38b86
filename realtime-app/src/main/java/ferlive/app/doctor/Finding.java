package ferlive.app.doctor;

import ferlive.app.error.ExitCode;
import java.util.Optional;

/**
 * What was found in one place.
 *
 * @param what was looked at
 * @param state whether it is well
 * @param text what there is, or what is wrong
 * @param remedy one line on the way out, where something is missing
 * @param exitCode what a run would end with for it; OK unless it is missing
 */
public record Finding(
    String what, State state, String text, Optional<String> remedy, ExitCode exitCode) {
  /** Whether something is well. */
  public enum State {
    OK,
    /** Works without, only slower or with less. */
    NOTE,
    /** The default run does not work. */
    MISSING
  }

  static Finding ok(String what, String text) {
    return new Finding(what, State.OK, text, Optional.empty(), ExitCode.OK);
  }

  static Finding note(String what, String text, String remedy) {
    return new Finding(what, State.NOTE, text, Optional.of(remedy), ExitCode.OK);
  }

  /** The same of a thing that the default run does without. */
  Finding ofExtra() {
    return state == State.MISSING ? new Finding(what, State.NOTE, text, remedy, ExitCode.OK) : this;
  }

  static Finding missing(String what, String text, String remedy, ExitCode exitCode) {
    return new Finding(what, State.MISSING, text, Optional.of(remedy), exitCode);
  }
}
