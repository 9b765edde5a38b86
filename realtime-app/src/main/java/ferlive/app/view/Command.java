package ferlive.app.view;

import java.util.Arrays;
import java.util.Optional;

/** What a person can ask of a run while it goes on. */
public enum Command {
  PAUSE('p', "hold the picture, go on (also space)"),
  SNAPSHOT('s', "snapshot as PNG"),
  RECORD('r', "record, stop recording"),
  BARS('b', "bars: all, none, top three"),
  ATTENTION('a', "where the network looks"),
  MIRROR('m', "mirror the picture"),
  BLUR('x', "blur faces"),
  BASELINE('n', "learn neutral faces, forget them"),
  MODEL('o', "next model"),
  DETECTOR('d', "next face detector"),
  CAMERA('c', "next camera"),
  FULL_SCREEN('f', "full screen, window"),
  HELP('h', "show these keys"),
  QUIT('q', "end (also Esc)");

  private final char key;
  private final String does;

  Command(char key, String does) {
    this.key = key;
    this.does = does;
  }

  /** The key that stands for it. */
  public char key() {
    return key;
  }

  /** What it does, for the user. */
  public String does() {
    return does;
  }

  /** The command of a key; capital letters count alike. */
  public static Optional<Command> of(char key) {
    return switch (key) {
      case ' ' -> Optional.of(PAUSE);
      case '\u001b' -> Optional.of(QUIT);
      default -> {
        char small = Character.toLowerCase(key);
        yield Arrays.stream(values()).filter(command -> command.key == small).findFirst();
      }
    };
  }
}
