package ferlive.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void of_countsWinnersAndTheTwoMostProbable() {
    float[][] probabilities = {
      {0.6f, 0.3f, 0.1f}, // right
      {0.5f, 0.4f, 0.1f}, // second
      {0.5f, 0.3f, 0.2f}, // third
      {0.2f, 0.2f, 0.6f} // right
    };

    Evaluation evaluation = Evaluation.of(probabilities, new int[] {0, 1, 2, 2});

    assertThat(evaluation.confusion().accuracy()).isEqualTo(0.5);
    assertThat(evaluation.top2()).isEqualTo(0.75);
    assertThat(evaluation.calibration().error())
        .isCloseTo((2 * (1 - 0.6) + 2 * 0.5) / 4, within(1e-6));
    assertThat(evaluation.accuracyInterval().low()).isLessThanOrEqualTo(0.5);
  }

  @Test
  void of_weighsTheProbabilityOfTheTruth() {
    float[][] probabilities = {{0.5f, 0.5f, 0}, {0.25f, 0.25f, 0.5f}, {1, 0, 0}};

    Evaluation evaluation = Evaluation.of(probabilities, new int[] {0, 1, 1});

    double impossible = -Math.log(1e-12);
    assertThat(evaluation.negativeLogLikelihood())
        .isCloseTo((Math.log(2) + Math.log(4) + impossible) / 3, within(1e-9));
    assertThat(evaluation.brier())
        .isCloseTo((0.5 + (0.0625 + 0.5625 + 0.25) + 2) / 3, within(1e-9));
  }

  @Test
  void winner_isTheFirstOfEquals() {
    assertThat(Evaluation.winner(new float[] {0.2f, 0.4f, 0.4f})).isEqualTo(1);
  }

  @Test
  void of_countsNoThirdAmongTwoWithEqualProbabilities() {
    float[][] even = {{1 / 3f, 1 / 3f, 1 / 3f}};

    assertThat(Evaluation.of(even, new int[] {1}).top2()).isEqualTo(1);
    assertThat(Evaluation.of(even, new int[] {2}).top2()).isZero();
  }
}
