package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluationTableTest {
  @Test
  void of_showsEveryClassAndTheMatrix() {
    assertThat(EvaluationTable.of(Reports.plain()))
        .contains("accuracy           0.6667")
        .containsPattern("sad +1\\.000 +0\\.500 +0\\.667 +2\n")
        .containsPattern("surprise +- +- +- +0\n")
        .containsPattern("sad +1 +1 +0\n")
        .doesNotContain("\r")
        .doesNotContain("copies")
        .doesNotContain("robustness");
  }

  @Test
  void of_showsWhatElseWasMeasured() {
    assertThat(EvaluationTable.of(Reports.full()))
        .contains(
            "(fitted on PublicTest: smoothing 0.20, temperature 0.5000, on top of"
                + " smoothing 0.10, temperature 1.2500 in the model)")
        .contains("3 faces are left; 4 are in train too, 2 nearly so")
        .containsPattern("box scaled by 0.8 and by 1.3 +0\\.3750 +37\\.50 +50\\.00\n");
  }
}
