package ferlive.trainer.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options of every command. */
final class CommonOptions {
  @Option(names = "--quiet", description = "Print results and errors only.")
  boolean quiet;

  @Option(names = "--verbose", description = "Print details, and a stack trace with an error.")
  boolean verbose;

  /** Whether the command at hand was asked for details. */
  static boolean verbose(ParseResult parsed) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    return command.hasMatchedOption("--verbose");
  }
}
