package ferlive.app.cli;

import ferlive.app.error.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Writes what a shell needs to complete this program's commands; the launcher joins both programs'.
 */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = "Write a script by which bash and zsh complete commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(ferlive completion)",
      "  ferlive completion > ~/.local/share/bash-completion/completions/ferlive"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final String SCRIPT = "ferlive_app";

  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.result(AutoComplete.bash(SCRIPT, spec.root().commandLine()));
    return ExitCode.OK.code();
  }
}
