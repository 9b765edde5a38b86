package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.CrowdVotes;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.SyntheticFaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetMakerTest {
  private static final int CLASSES = Expression.LABELS.size();
  private static final int SEEN = 0;
  private static final int UNSEEN = 1;
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

  @Test
  void votes_addsWhatTheCrowdSawByTheShare(@TempDir Path folder) throws IOException {
    TargetMaker maker = maker(folder);
    float[] row = new float[8];

    maker.votes(SEEN, 0.5f, row, 0);
    assertThat(row).containsExactly(0.375f, 0, 0, 0, 0, 0, 0, 0.125f);
    maker.votes(UNSEEN, 0.5f, row, 0);
    assertThat(row).as("nobody voted").containsExactly(0.375f, 0, 0, 0, 0, 0, 0, 0.125f);
  }

  @Test
  void face_isTheShareOfPeopleWhoSawOne(@TempDir Path folder) throws IOException {
    TargetMaker maker = maker(folder);

    assertThat(maker.face(SEEN)).isEqualTo(0.8f);
    assertThat(maker.face(UNSEEN)).isCloseTo(0.1f, within(1e-6f));
    assertThat(new TargetMaker(Supervision.labels(FACES), Targets.labels(0)).face(0)).isEqualTo(1);
  }

  private static TargetMaker maker(Path folder) throws IOException {
    FaceDataset faces = SyntheticFaces.of(8, 1, 1).subset(new int[] {0, 1});
    Path csv =
        Files.writeString(
            folder.resolve("votes.csv"),
            String.join(
                "\n",
                "split,path,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF",
                "x," + faces.name(SEEN) + ",3,0,0,0,0,0,0,1,4,2",
                "x," + faces.name(UNSEEN) + ",0,0,0,0,0,0,0,0,1,9",
                ""));
    Supervision crowd =
        new Supervision(
            faces, Optional.empty(), Optional.of(CrowdVotes.read(csv, faces)), Optional.empty());
    return new TargetMaker(crowd, new Targets(0, 0, 0, 1, 0.4));
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
