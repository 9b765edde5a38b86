package ferlive.trainer.cli;

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
    hidden = true,
    description = "Writes a script by which bash and zsh complete commands and options.",
    footer = {"", "Example:", "  source <(ferlive completion)"})
final class CompletionCommand implements Runnable {
  private static final String SCRIPT = "ferlive_trainer";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(AutoComplete.bash(SCRIPT, spec.root().commandLine()));
  }
}
