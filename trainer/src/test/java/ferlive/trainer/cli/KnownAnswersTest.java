package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import ferlive.trainer.train.TeacherAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownAnswersTest {
  private static final FaceDataset FACES = FaceDataset.noise(Expression.LABELS, 8, 3, 1);

  @TempDir private Path folder;

  @Test
  void read_givesTheBitsThatWereWritten() {
    assertThat(known("a").read()).isEmpty();

    known("a").write(answers());

    TeacherAnswers read = known("a").read().orElseThrow();
    for (int i = 0; i < FACES.size(); i++) {
      for (int k = 0; k < Expression.LABELS.size(); k++) {
        assertThat(read.probability(i, k)).isEqualTo(answers().probability(i, k));
      }
    }
  }

  @Test
  void read_isEmptyForOtherTeachersOrFaces() {
    known("a").write(answers());

    assertThat(known("b").read()).isEmpty();
    FaceDataset fewer = FACES.subset(new int[] {0, 1});
    assertThat(new KnownAnswers(folder, fewer, teachers("a")).read()).isEmpty();
  }

  @Test
  void read_isEmptyForADamagedFile() throws IOException {
    known("a").write(answers());
    Path file = folder.resolve("teacher.answers");
    byte[] bytes = Files.readAllBytes(file);
    bytes[70] ^= 1;
    Files.write(file, bytes);

    assertThat(known("a").read()).isEmpty();
  }

  private KnownAnswers known(String teacher) {
    return new KnownAnswers(folder, FACES, teachers(teacher));
  }

  private static List<RecipeInput> teachers(String sha256) {
    return List.of(new RecipeInput(Role.TEACHER, "t.onnx", sha256));
  }

  private static TeacherAnswers answers() {
    float[][] probabilities = new float[FACES.size()][Expression.LABELS.size()];
    for (int i = 0; i < probabilities.length; i++) {
      for (int k = 0; k < probabilities[i].length; k++) {
        probabilities[i][k] = 1f / (3 + i + 7 * k);
      }
    }
    return new TeacherAnswers(probabilities);
  }
}
