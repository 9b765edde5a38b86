package ferlive.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.train.TeacherAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachersTest {
  @TempDir private Path folder;

  @Test
  void ask_averagesTeachersAndViewsInTheirOwnSize() throws IOException {
    FaceDataset larger = FaceDataset.noise(Expression.LABELS, 2 * FreshModels.SIDE, 3, 1);
    FaceDataset seen = larger.resized(FreshModels.SIDE);
    List<Path> models = List.of(model(Architecture.MSFF_CNN), model(Architecture.PLAIN));
    double[][] expected = new double[3][Expression.LABELS.size()];
    for (Path model : models) {
      try (OnnxClassifier teacher = OnnxClassifier.open(model, 1)) {
        add(expected, teacher.probabilities(seen));
        add(expected, teacher.probabilities(seen.mirrored()));
      }
    }
    List<String> news = new ArrayList<>();

    TeacherAnswers answers = Teachers.ask(models, larger, 1, news::add);

    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < expected[i].length; k++) {
        assertThat((double) answers.probability(i, k)).isCloseTo(expected[i][k] / 4, within(1e-6));
      }
    }
    assertThat(news).hasSize(2).element(1).asString().contains("2 of 2", "plain.onnx");
  }

  @Test
  void ask_failsWithInputWithATeacherOfOtherLabels() throws IOException {
    FaceDataset faces = FaceDataset.noise(List.of("yes", "no"), FreshModels.SIDE, 2, 1);
    List<Path> models = List.of(model(Architecture.PLAIN));

    assertThatThrownBy(() -> Teachers.ask(models, faces, 1, line -> {}))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessageContainingAll("plain.onnx", "labels");
  }

  private Path model(Architecture architecture) throws IOException {
    return Files.write(
        folder.resolve(architecture.id() + ".onnx"), FreshModels.of(architecture, 1).toByteArray());
  }

  private static void add(double[][] sums, float[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        sums[i][k] += rows[i][k];
      }
    }
  }
}
