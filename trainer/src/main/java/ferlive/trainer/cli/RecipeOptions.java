package ferlive.trainer.cli;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.train.CheckpointHeader;
import ferlive.trainer.train.FaceOrNot;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import ferlive.trainer.train.Targets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line may say of a training; a training that goes on knows it already. */
final class RecipeOptions {
  private static final int EPOCHS = 40;
  private static final int FINE_TUNING_EPOCHS = 15;
  private static final long SEED = 1;
  private static final int SIDE = 48;

  /** Share of a teacher named on the command line, and how far its answers are softened. */
  private static final double TEACHER = 0.5;

  private static final double TEMPERATURE = 1.5;

  /** Weight of votes named on the command line. */
  private static final double VOTES = 0.4;

  /**
   * Weight of face or not, with photographs named on the command line or first weights that know
   * it, and the share of pictures that are none.
   */
  private static final double FACE_OR_NOT = 0.4;

  private static final double NEGATIVES = 0.125;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description =
          "Hyper-parameters: full trains a shipped model again; or a JSON file (default: a plain"
              + " training on the labels). Votes, teachers and photographs named beside it must be"
              + " those that it lists.")
  private String recipe;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Passes over the training faces (default: 40, 15 with --init, or the recipe's).")
  private Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random (default: 1, or the recipe's).")
  private Long seed;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description =
          "Copies of the network that share each step, one core each (default: 1, or the recipe's).")
  private Integer replicas;

  @Option(
      names = "--input-size",
      paramLabel = "PIXELS",
      description = "Side of the network's input: 48, 64 or 96 (default: 48).")
  private Integer side;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Learning rate at its peak (default: 0.05, 0.01 with --init, or the recipe's).")
  private Double learningRate;

  @Mixin private TrainingInputs inputs;

  /**
   * The recipe of a new training.
   *
   * @throws IllegalArgumentException for a value out of its range
   */
  Recipe recipe(Architecture architecture) {
    Optional<RecipeInput> initial = inputs.initialInput();
    Recipe made = recipe == null ? plain(initial) : RecipeFile.read(recipe, architecture);
    if (epochs != null) {
      made = made.withEpochs(epochs);
    }
    if (seed != null) {
      made = made.withSeed(seed);
    }
    if (replicas != null) {
      made = made.withReplicas(replicas);
    }
    if (learningRate != null) {
      made = made.withOptimizer(made.optimizer().withLearningRate(learningRate));
    }
    List<RecipeInput> named = inputs.named();
    if (recipe != null) {
      requireUse(named, made);
    } else {
      FaceOrNot faceOrNot = faceOrNot(named);
      if (!named.isEmpty() || faceOrNot.weight() > 0) {
        made = made.withTargets(targets(made.targets(), named), faceOrNot, named);
      }
    }
    Recipe complete = made;
    return initial
        .filter(input -> !lists(complete, input))
        .map(complete::withInput)
        .orElse(complete);
  }

  /** Whether a recipe names a file, under whatever name. */
  private static boolean lists(Recipe recipe, RecipeInput file) {
    return recipe.inputs().stream()
        .anyMatch(input -> input.role() == file.role() && input.sha256().equals(file.sha256()));
  }

  /** What a recipe does not ask for would be named in vain. */
  private static void requireUse(List<RecipeInput> named, Recipe recipe) {
    named.stream()
        .filter(file -> !lists(recipe, file))
        .findFirst()
        .ifPresent(
            file -> {
              throw new IllegalArgumentException(
                  "the recipe has no use for --"
                      + option(file)
                      + "; list the file among its inputs, or leave one of the two out");
            });
  }

  /** An input as it stands on the command line, without the dashes. */
  private static String option(RecipeInput file) {
    String name =
        file.role() == Role.INITIAL ? "init" : file.role().name().toLowerCase(Locale.ROOT);
    return name + " " + file.name();
  }

  private static Recipe plain(Optional<RecipeInput> initial) {
    return initial.isPresent()
        ? Recipe.fineTuning(FINE_TUNING_EPOCHS, SEED)
        : Recipe.standard(EPOCHS, SEED);
  }

  private static Targets targets(Targets plain, List<RecipeInput> named) {
    Set<Role> roles = named.stream().map(RecipeInput::role).collect(Collectors.toSet());
    return new Targets(
        plain.labelSmoothing(),
        plain.mixup(),
        roles.contains(Role.TEACHER) ? TEACHER : 0,
        TEMPERATURE,
        roles.contains(Role.VOTES) ? VOTES : 0);
  }

  /** With photographs it is learned; and what the first weights can do is not to be forgotten. */
  private FaceOrNot faceOrNot(List<RecipeInput> named) {
    return named.stream().anyMatch(input -> input.role() == Role.PHOTOGRAPHS)
            || inputs.initTellsFaces()
        ? new FaceOrNot(FACE_OR_NOT, NEGATIVES)
        : FaceOrNot.none();
  }

  TrainingInputs inputs() {
    return inputs;
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
   * @param given what {@link #recipe} makes of it
   * @throws TrainerException with INPUT when it was begun otherwise
   */
  void requireSame(CheckpointHeader begun, Recipe given) {
    same("--epochs", epochs, begun.recipe().epochs());
    same("--seed", seed, begun.recipe().seed());
    same("--replicas", replicas, begun.recipe().replicas());
    same("--input-size", side, begun.spec().side());
    same("--learning-rate", learningRate, begun.recipe().optimizer().learningRate());
    Stream.concat(inputs.named().stream(), inputs.initialInput().stream())
        .filter(file -> !lists(begun.recipe(), file))
        .findFirst()
        .ifPresent(
            file -> {
              throw begunOtherwise("without --" + option(file));
            });
    if (recipe != null && !nameless(given).equals(nameless(begun.recipe()))) {
      throw begunOtherwise("with another recipe than " + recipe);
    }
  }

  /** Files may be called otherwise by now. */
  private static Recipe nameless(Recipe recipe) {
    return recipe.withTargets(
        recipe.targets(),
        recipe.faceOrNot(),
        recipe.inputs().stream()
            .map(input -> new RecipeInput(input.role(), "", input.sha256()))
            .toList());
  }

  private static void same(String option, Object given, Object begun) {
    if (given != null && !Objects.equals(given, begun)) {
      throw begunOtherwise("with " + option + " " + begun + ", not " + given);
    }
  }

  private static TrainerException begunOtherwise(String how) {
    return new TrainerException(
        ExitCode.INPUT, "the training to go on with was begun " + how + "; --name starts another");
  }
}
