package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.testing.ToyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxClassifierTest {
  private static final List<String> LABELS = List.of("happy", "sad");

  @TempDir private Path folder;

  @Test
  void probabilities_areOfRawGrayLevelsInOrderOverSeveralBatches() throws IOException {
    FaceDataset faces = FaceDataset.noise(LABELS, 8, 300, 1);
    float[][] rows;
    try (Classifier classifier = open(ToyModel.valid())) {
      assertThat(classifier.labels()).isEqualTo(LABELS);
      assertThat(classifier.side()).isEqualTo(8);
      rows = classifier.probabilities(faces);
    }

    assertThat(rows).hasDimensions(300, 2);
    for (int i = 0; i < rows.length; i++) {
      double sum = 0;
      for (byte level : Arrays.copyOfRange(faces.pixels(), i * 64, (i + 1) * 64)) {
        sum += level & 0xff;
      }
      double expected = 1 / (1 + Math.exp(-sum / 64 / 255));
      assertThat((double) rows[i][0]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void time_measuresEveryRun() throws IOException {
    try (OnnxClassifier classifier =
        OnnxClassifier.open(ToyModel.valid().write(folder.resolve("toy.onnx")), 1)) {
      long[] nanos = classifier.time(FaceDataset.noise(LABELS, 8, 2, 1), 5);
      assertThat(nanos).hasSize(5).doesNotContain(0);
      assertThat(classifier.metadata("fer.schema")).contains("1");
      assertThat(classifier.metadata("fer.params")).isEmpty();
    }
  }

  @Test
  void answers_isOneChanceForEachPictureOfTheHeadForFaces() {
    byte[] model = FreshModels.of(Architecture.PLAIN, 1, Head.FACE).toByteArray();
    FaceDataset faces = FaceDataset.noise(Expression.LABELS, FreshModels.SIDE, 5, 1);
    try (OnnxClassifier classifier = OnnxClassifier.of("the model", model, 1)) {
      assertThat(classifier.heads()).containsExactly(Head.FACE);

      float[][] answers = classifier.answers(Head.FACE, faces);

      assertThat(answers).hasDimensions(5, 1);
      for (float[] answer : answers) {
        assertThat(answer[0]).isStrictlyBetween(0f, 1f);
      }
    }
  }

  @Test
  void heads_isEmptyOfAModelWithProbabilitiesAlone() throws IOException {
    try (OnnxClassifier classifier =
        OnnxClassifier.open(ToyModel.valid().write(folder.resolve("toy.onnx")), 1)) {
      assertThat(classifier.heads()).isEmpty();
    }
  }

  static Stream<Arguments> broken() {
    ToyModel valid = ToyModel.valid();
    return Stream.of(
        Arguments.of(valid.withMetadata("fer.labels", null), "no metadata fer.labels"),
        Arguments.of(valid.withMetadata("fer.labels", "happy, sad"), "fer.labels"),
        Arguments.of(valid.withMetadata("fer.labels", "[\"sad\",\"sad\"]"), "fer.labels"),
        Arguments.of(valid.withMetadata("fer.labels", "{}"), "fer.labels"),
        Arguments.of(valid.withMetadata("fer.labels", "null"), "fer.labels"),
        Arguments.of(valid.withMetadata("fer.schema", null), "no metadata fer.schema"),
        Arguments.of(valid.withMetadata("fer.schema", "2"), "unknown fer.schema 2"),
        Arguments.of(valid.withMetadata("fer.temperature", "0"), "fer.temperature"),
        Arguments.of(valid.withMetadata("fer.temperature", "warm"), "fer.temperature"),
        Arguments.of(valid.withMetadata("fer.smoothing", "0.31"), "fer.smoothing"),
        Arguments.of(valid.withMetadata("fer.smoothing", "much"), "fer.smoothing"),
        Arguments.of(valid.withOutputs(8), "8 probabilities for 2 labels"),
        Arguments.of(valid.withInputName("image"), "no 'face'"),
        Arguments.of(valid.withInputShape(-1L, 64L), "rank 4"),
        Arguments.of(valid.withInputShape(-1L, 1L, 4L, 16L), "[-1, 1, 4, 16]"),
        Arguments.of(valid.withInputShape(-1L, 8L, 8L, 1L), "[-1, 8, 8, 1]"),
        Arguments.of(valid.withInputShape(1L, 1L, 8L, 8L), "[1, 1, 8, 8]"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void open_refusesAModelThatBreaksTheContract(ToyModel model, String fault) {
    assertThatThrownBy(() -> open(model).close())
        .isInstanceOfSatisfying(TrainerException.class, OnnxClassifierTest::assertRefused)
        .hasMessageContainingAll("toy.onnx", fault);
  }

  @Test
  void open_refusesWhatIsNoModel() throws IOException {
    Path text = Files.writeString(folder.resolve("text.onnx"), "this is not a model");

    assertThatThrownBy(() -> Classifier.open(text, 1))
        .isInstanceOfSatisfying(TrainerException.class, OnnxClassifierTest::assertRefused)
        .hasMessageContaining("text.onnx");
  }

  @Test
  void open_refusesAMissingFile() {
    assertThatThrownBy(() -> Classifier.open(folder.resolve("none.onnx"), 1))
        .isInstanceOfSatisfying(TrainerException.class, OnnxClassifierTest::assertRefused)
        .hasMessageContaining("none.onnx");
  }

  @Test
  void probabilities_failWithValuesThatAreNoNumbers() throws IOException {
    try (Classifier classifier = open(ToyModel.valid().withWeight(Float.NaN))) {
      assertThatThrownBy(() -> classifier.probabilities(FaceDataset.noise(LABELS, 8, 2, 1)))
          .isInstanceOfSatisfying(TrainerException.class, OnnxClassifierTest::assertRefused)
          .hasMessageContaining("no probabilities");
    }
  }

  private Classifier open(ToyModel model) throws IOException {
    return Classifier.open(model.write(folder.resolve("toy.onnx")), 1);
  }

  private static void assertRefused(TrainerException e) {
    assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL);
    assertThat(e.getMessage().lines()).hasSize(1);
  }
}
