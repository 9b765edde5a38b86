package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetMakerTest {
  private static final int CLASSES = Expression.LABELS.size();
  private static final FaceDataset FACES = FaceDataset.noise(Expression.LABELS, 8, 3, 1);

  @Test
  void labels_mixesLabelAndTeacherByTheShare() {
    float[] row = labels(new Targets(0.1, 0, 0.4, 1, 0), answers(), 1);

    for (int k = 0; k < CLASSES; k++) {
      float hard = k == FACES.label(1) ? 0.9f + 0.1f / CLASSES : 0.1f / CLASSES;
      float soft = k == 0 ? 0.64f : 0.06f;
      assertThat(row[k]).isCloseTo(0.6f * hard + 0.4f * soft, within(1e-6f));
    }
  }

  @Test
  void labels_takesTheSquareRootOfTheTeacherAtTemperatureTwo() {
    float[] row = labels(new Targets(0, 0, 1, 2, 0), answers(), 0);

    double root = Math.sqrt(0.64);
    double rest = Math.sqrt(0.06);
    double sum = root + (CLASSES - 1) * rest;
    assertThat(row[0]).isCloseTo((float) (root / sum), within(1e-5f));
    assertThat(row[1]).isCloseTo((float) (rest / sum), within(1e-5f));
  }

  @Test
  void construct_failsWithoutTheTeacherThatTheRecipeNeeds() {
    Targets targets = new Targets(0, 0, 0.5, 1, 0);

    assertThatThrownBy(() -> new TargetMaker(Supervision.labels(FACES), targets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("teacher");
  }

  @Test
  void construct_failsWithoutTheVotesThatTheRecipeNeeds() {
    Targets targets = new Targets(0, 0, 0, 1, 0.4);

    assertThatThrownBy(() -> new TargetMaker(Supervision.labels(FACES), targets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("votes");
  }

  @Test
  void supervision_failsWithAnswersOfOtherFaces() {
    TeacherAnswers answers = new TeacherAnswers(new float[2][CLASSES]);

    assertThatThrownBy(() -> supervision(answers)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Supervision supervision(TeacherAnswers answers) {
    return new Supervision(FACES, Optional.of(answers), Optional.empty(), Optional.empty());
  }

  private static TeacherAnswers answers() {
    float[][] probabilities = new float[FACES.size()][CLASSES];
    for (float[] row : probabilities) {
      java.util.Arrays.fill(row, 0.06f);
      row[0] = 0.64f;
    }
    return new TeacherAnswers(probabilities);
  }

  private static float[] labels(Targets targets, TeacherAnswers answers, int face) {
    float[] row = new float[CLASSES];
    new TargetMaker(supervision(answers), targets).labels(face, 1, row, 0);
    return row;
  }
}
