package ferlive.trainer.cli;

import ferlive.trainer.data.Split;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which part of a data set is meant. */
final class SplitOption {
  @Option(
      names = "--split",
      defaultValue = "public",
      paramLabel = "SPLIT",
      description =
          "train, public, private, or test for both test halves (default: ${DEFAULT-VALUE});"
              + " a folder CLASS/* has no splits.")
  private String name;

  /**
   * The splits.
   *
   * @throws ferlive.trainer.error.TrainerException with USAGE when there is none of that name
   */
  Set<Split> splits() {
    return Split.parse(name);
  }
}
