package ferlive.app.cli;

import picocli.CommandLine.Option;

/** The settings file, as a picocli mixin of every command; {@link Settings} reads it. */
final class ConfigOptions {
  /** Name under which each command has this mixin. */
  static final String MIXIN = "config";

  static final String FILE = "--config";
  static final String PRINT = "--print-config";

  /** Read by {@link Settings} before the rest of the command line. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = FILE,
      paramLabel = "FILE",
      description =
          "Take options from this file, lines of name = value, in place of the user's own"
              + " ferlive.conf. The command line goes before it; --FLAG=false switches one off.")
  private String file;

  @Option(
      names = PRINT,
      // Inputs need not be named for it.
      help = true,
      description = "Do nothing but write the options as they stand, as such a file.")
  private boolean print;

  boolean print() {
    return print;
  }
}
