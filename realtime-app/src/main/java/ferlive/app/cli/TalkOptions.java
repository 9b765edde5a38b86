package ferlive.app.cli;

import picocli.CommandLine.Option;

/** How much a command tells, as a picocli mixin. */
final class TalkOptions {
  @Option(
      names = {"-q", "--quiet"},
      description = "Nothing but results and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log what happens, with stack traces of errors.")
  private boolean verbose;

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }
}
