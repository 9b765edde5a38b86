package ferlive.trainer.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads an operator uses. */
final class ThreadsOption {
  private static final int MAX = 256;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int count;

  @Option(
      names = "--threads",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Threads of one operator (default: ${DEFAULT-VALUE}; more bring little at this size).")
  void setCount(int count) {
    if (count < 1 || count > MAX) {
      throw new ParameterException(
          command.commandLine(), "--threads is " + count + ", expected 1.." + MAX);
    }
    this.count = count;
  }

  int count() {
    return count;
  }
}
