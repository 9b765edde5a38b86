package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.augment.Augmentation;
import ferlive.trainer.train.Optimizer.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
  @ParameterizedTest
  @CsvSource({
    "0,      64, 0.05, 0,   0.9, 0,  0,   0,   0.9, epochs",
    "10001,  64, 0.05, 0,   0.9, 0,  0,   0,   0.9, epochs",
    "10,      1, 0.05, 0,   0.9, 0,  0,   0,   0.9, batch size",
    "10,   4097, 0.05, 0,   0.9, 0,  0,   0,   0.9, batch size",
    "10,     64, 0,    0,   0.9, 0,  0,   0,   0.9, learning rate",
    "10,     64, NaN,  0,   0.9, 0,  0,   0,   0.9, learning rate",
    "10,     64, 11,   0,   0.9, 0,  0,   0,   0.9, learning rate",
    "10,     64, 0.05, 11,  0.9, 0,  0,   0,   0.9, warm-up",
    "10,     64, 0.05, -1,  0.9, 0,  0,   0,   0.9, warm-up",
    "10,     64, 0.05, 0,   1,   0,  0,   0,   0.9, momentum",
    "10,     64, 0.05, 0,   0.9, -1, 0,   0,   0.9, weight decay",
    "10,     64, 0.05, 0,   0.9, 0,  1,   0,   0.9, label smoothing",
    "10,     64, 0.05, 0,   0.9, 0,  0,   1,   0.9, dropout",
    "10,     64, 0.05, 0,   0.9, 0,  0,   0,   1,   average decay"
  })
  void construct_failsNamingTheValueWithValueOutOfRange(
      int epochs,
      int batchSize,
      double learningRate,
      double warmup,
      double momentum,
      double weightDecay,
      double labelSmoothing,
      double dropout,
      double averageDecay,
      String name) {
    assertThatThrownBy(
            () ->
                new Recipe(
                    epochs,
                    batchSize,
                    1,
                    1,
                    new Optimizer(Method.NESTEROV, learningRate, warmup, momentum, weightDecay),
                    Targets.labels(labelSmoothing),
                    dropout,
                    averageDecay,
                    Augmentation.none(),
                    FaceOrNot.none(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is ");
  }

  @ParameterizedTest
  @CsvSource({
    "2.1, 0,   1,   0,  mixup",
    "0,   1.1, 1,   0,  teacher's share",
    "0,   0,   0.1, 0,  teacher's temperature",
    "0,   0,   1,   -1, weight of the votes"
  })
  void construct_failsNamingTheTargetOutOfRange(
      double mixup, double teacher, double temperature, double votes, String name) {
    assertThatThrownBy(() -> new Targets(0, mixup, teacher, temperature, votes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is ");
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0", "0, 0.1", "11, 0.1", "0.4, 0.6"})
  void faceOrNot_failsWithValuesThatDoNotFit(double weight, double negatives) {
    assertThatThrownBy(() -> new FaceOrNot(weight, negatives))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0,   0,   '',          TEACHER",
    "0,   0,   0,   TEACHER,     TEACHER",
    "0,   0.4, 0,   '',          VOTES",
    "0,   0,   0,   VOTES,       VOTES",
    "0,   0,   0,   PHOTOGRAPHS, PHOTOGRAPHS"
  })
  void contradiction_namesTheInputThatIsMissingOrUseless(
      double teacher, double votes, double face, String input, String named) {
    assertThat(recipe(teacher, votes, face, input).contradiction().orElseThrow()).contains(named);
  }

  @ParameterizedTest
  @CsvSource({
    "0,   0,   0,   ''",
    "0.5, 0,   0,   TEACHER",
    "0,   0.4, 0,   VOTES",
    "0,   0,   0.4, VOTES",
    "0,   0,   0.4, PHOTOGRAPHS",
    "0,   0,   0.4, ''",
    "0,   0,   0,   INITIAL"
  })
  void contradiction_isEmptyWhereAllFitsTogether(
      double teacher, double votes, double face, String input) {
    assertThat(recipe(teacher, votes, face, input).contradiction()).isEmpty();
  }

  private static Recipe recipe(double teacher, double votes, double face, String input) {
    return Recipe.standard(2, 1)
        .withTargets(
            new Targets(0, 0, teacher, 1, votes),
            face > 0 ? new FaceOrNot(face, 0.1) : FaceOrNot.none(),
            input.isEmpty()
                ? List.of()
                : List.of(new RecipeInput(RecipeInput.Role.valueOf(input), "file", "00")));
  }

  @Test
  void withEpochs_shortensTheWarmUpWithFewEpochs() {
    Recipe recipe = Recipe.standard(40, 5).withEpochs(2).withSeed(9);

    assertThat(recipe.epochs()).isEqualTo(2);
    assertThat(recipe.seed()).isEqualTo(9);
    assertThat(recipe.optimizer().warmupEpochs()).isEqualTo(1);
  }

  @Test
  void standard_isValidWithOneEpoch() {
    Recipe recipe = Recipe.standard(1, 5);

    assertThat(recipe.optimizer().warmupEpochs()).isEqualTo(0.5);
    assertThat(recipe.seed()).isEqualTo(5);
  }
}
