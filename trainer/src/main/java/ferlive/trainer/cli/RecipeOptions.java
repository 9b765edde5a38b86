package ferlive.trainer.cli;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.Recipe;
import java.util.Objects;
import picocli.CommandLine.Option;

/** What the command line may say of a training; a training that goes on knows it already. */
final class RecipeOptions {
  private static final int EPOCHS = 40;
  private static final long SEED = 1;
  private static final int SIDE = 48;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training faces (default: 40).")
  private Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random (default: 1).")
  private Long seed;

  @Option(
      names = "--input-size",
      paramLabel = "PIXELS",
      description = "Side of the network's input: 48, 64 or 96 (default: 48).")
  private Integer side;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Learning rate at its peak (default: 0.05).")
  private Double learningRate;

  /**
   * The recipe of a new training.
   *
   * @throws IllegalArgumentException for a value out of its range
   */
  Recipe recipe() {
    Recipe recipe = Recipe.standard(given(epochs, EPOCHS), given(seed, SEED));
    return learningRate == null ? recipe : recipe.withLearningRate(learningRate);
  }

  int side() {
    return given(side, SIDE);
  }

  private static <T> T given(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /**
   * Holds what was given against a training that goes on.
   *
   * @throws TrainerException with INPUT when it was begun otherwise
   */
  void requireSame(CheckpointHeader begun) {
    same("--epochs", epochs, begun.recipe().epochs());
    same("--seed", seed, begun.recipe().seed());
    same("--input-size", side, begun.spec().side());
    same("--learning-rate", learningRate, begun.recipe().learningRate());
  }

  private static void same(String option, Object given, Object begun) {
    if (given != null && !Objects.equals(given, begun)) {
      throw new TrainerException(
          ExitCode.INPUT,
          "the training to go on with was begun with "
              + option
              + " "
              + begun
              + ", not "
              + given
              + "; --name starts another");
    }
  }
}
