package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ferlive.app.asset.AssetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.TinyModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NoNativeLeaks
class ContractReaderTest {
  @TempDir Path folder;

  @Test
  void read_takesSideLabelsAndCropFromTheModel() {
    TinyModel model =
        new TinyModel()
            .side(64)
            .outputs(2)
            .metadata("fer.labels", "[\"no\",\"yes\"]")
            .metadata("fer.crop.side", "1.25");

    try (EmotionClassifier classifier = open(model.write(folder.resolve("own.onnx")))) {
      assertThat(classifier.contract())
          .isEqualTo(new ModelContract(64, List.of("no", "yes"), "tiny", 1.25, 0, 0, 0));
    }
  }

  @Test
  void read_takesAnEvenChanceForAFaceWhereTheModelDoesNotSay() {
    TinyModel model = new TinyModel().tellingFaces();

    try (EmotionClassifier classifier = open(model.write(folder.resolve("tells.onnx")))) {
      assertThat(classifier.contract().faceThreshold()).isEqualTo(0.5);
    }
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void read_refusesABreachInOneSentence(TinyModel model, String fault) {
    assertRefused(model.write(folder.resolve("broken.onnx")), fault);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(new TinyModel().outputs(8), "gives 8 probabilities for 7 labels"),
        arguments(new TinyModel().without("fer.schema"), "has no fer.schema"),
        arguments(new TinyModel().metadata("fer.schema", "2"), "keeps contract version 2"),
        arguments(new TinyModel().without("fer.labels"), "has no fer.labels"),
        arguments(new TinyModel().metadata("fer.labels", "happy"), "are no JSON list"),
        arguments(new TinyModel().metadata("fer.labels", "[\"a\",\"a\"]"), "not all different"),
        arguments(new TinyModel().metadata("fer.labels", "[\"a\",null]"), "an empty label"),
        arguments(new TinyModel().metadata("fer.labels", "null"), "are no JSON list"),
        arguments(new TinyModel().metadata("fer.crop.side", "wide"), "fer.crop.side wide"),
        arguments(
            new TinyModel().tellingFaces().metadata("fer.face.threshold", "2"),
            "has fer.face.threshold 2, expected a number above 0, at most 1"),
        arguments(new TinyModel().inputType(DataType.UINT8), "no float32 tensor"),
        arguments(new TinyModel().side(-1), "leaves the side of its faces free"),
        arguments(new TinyModel().side(8), "faces of side 8"),
        arguments(new TinyModel().fixedBatch(1), "shape [1,1,48,48], expected [N,1,S,S]"),
        arguments(new TinyModel().outputName("scores"), "has no output named probabilities"),
        arguments(new TinyModel().nanWeights(), "answers with NaN"),
        arguments(new TinyModel().sum(0.5f), "sum to 0.500"));
  }

  private static void assertRefused(Path file, String fault) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> open(file).close())
        .withMessageContainingAll(file.toString(), fault)
        .withMessageNotContaining("\n")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }

  private static EmotionClassifier open(Path file) {
    AssetFile asset = AssetFile.read(file, "model", 1 << 20);
    return EmotionClassifier.open(new ModelFile("own", asset, Optional.empty()), Device.CPU, 1);
  }
}
