package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import ferlive.app.asset.AssetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.result.Scores;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.TinyModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NoNativeLeaks
class EmotionClassifierTest {
  private static final Box CROP = new Box(10, 10, 40, 40);

  @TempDir Path folder;
  private ModelFile model;

  @BeforeEach
  void writeModel() {
    Path file = new TinyModel().write(folder.resolve("tiny.onnx"));
    model = new ModelFile("tiny", AssetFile.read(file, "model", 1 << 20), Optional.empty());
  }

  @Test
  void classify_answersForEachFaceInOrder() {
    try (EmotionClassifier classifier = EmotionClassifier.open(model, Device.CPU, 1);
        FaceCropper cropper = new FaceCropper(classifier.contract());
        Frames frames = new Frames();
        Frame dark = frames.plain(64, 64, 5);
        Frame bright = frames.plain(64, 64, 250)) {
      cropper.cut(dark, CROP, 0, classifier.batch());
      cropper.cut(bright, CROP, 0, classifier.batch());
      cropper.cut(dark, CROP, 0, classifier.batch());

      List<Scores> scores = classifier.classify();

      assertThat(scores).extracting(Scores::winner).containsExactly(0, 6, 0);
      assertThat(scores.get(2)).isEqualTo(scores.get(0));
      assertThat(sum(scores.get(1))).isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void classify_givesTheSameForAFaceInAnyBatch() {
    try (EmotionClassifier classifier = EmotionClassifier.open(model, Device.CPU, 1);
        FaceCropper cropper = new FaceCropper(classifier.contract());
        Frames frames = new Frames();
        Frame frame = frames.plain(64, 64, 90)) {
      FaceBatch batch = classifier.batch();
      cropper.cut(frame, CROP, 0, batch);
      Scores alone = classifier.classify().get(0);
      while (batch.size() < FaceBatch.CAPACITY) {
        cropper.cut(frame, CROP, 0, batch);
      }

      assertThat(classifier.classify()).hasSize(FaceBatch.CAPACITY).containsOnly(alone);
    }
  }

  @Test
  void isFace_saysWhatTheModelTells() {
    Path file = new TinyModel().tellingFaces().write(folder.resolve("tells.onnx"));
    ModelFile telling =
        new ModelFile("tells", AssetFile.read(file, "model", 1 << 20), Optional.empty());
    for (ModelFile either : List.of(telling, model)) {
      try (EmotionClassifier classifier = EmotionClassifier.open(either, Device.CPU, 1);
          FaceCropper cropper = new FaceCropper(classifier.contract());
          Frames frames = new Frames();
          Frame dark = frames.plain(64, 64, 5);
          Frame bright = frames.plain(64, 64, 250)) {
        cropper.cut(bright, CROP, 0, classifier.batch());
        cropper.cut(dark, CROP, 0, classifier.batch());

        classifier.classify();

        assertThat(classifier.isFace(0)).isTrue();
        assertThat(classifier.isFace(1)).isEqualTo(either.equals(model));
      }
    }
  }

  @Test
  void classify_answersNothingForNoFace() {
    try (EmotionClassifier classifier = EmotionClassifier.open(model, Device.CPU, 1)) {
      assertThat(classifier.classify()).isEmpty();
    }
  }

  @Test
  void open_fallsBackToTheCpuAndSaysWhy() {
    assumeNoCuda();

    try (EmotionClassifier classifier = EmotionClassifier.open(model, Device.AUTO, 1)) {
      assertThat(classifier.device()).isEqualTo("cpu");
      assertThat(classifier.deviceNotice().orElseThrow()).contains("build with -Dcuda");
    }
  }

  @Test
  void open_refusesCudaWhereThereIsNone() {
    assumeNoCuda();

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> EmotionClassifier.open(model, Device.CUDA, 1).close())
        .withMessageContaining("build with -Dcuda")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DEVICE));
  }

  @Test
  void open_tellsOfABrokenModelBeforeAMissingDevice() {
    assumeNoCuda();
    Path file = new TinyModel().outputs(8).write(folder.resolve("broken.onnx"));
    ModelFile broken =
        new ModelFile("broken", AssetFile.read(file, "model", 1 << 20), Optional.empty());

    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> EmotionClassifier.open(broken, Device.CUDA, 1).close())
        .withMessageContaining("8 probabilities for 7 labels")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }

  @Test
  void classify_answersUnknownForNanAndIsFoundBrokenAfterTenInARow() {
    Path file = new TinyModel().nanForGrayFaces().write(folder.resolve("nan.onnx"));
    ModelFile nan = new ModelFile("nan", AssetFile.read(file, "model", 1 << 20), Optional.empty());
    try (EmotionClassifier classifier = EmotionClassifier.open(nan, Device.CPU, 1);
        FaceCropper cropper = new FaceCropper(classifier.contract());
        Frames frames = new Frames();
        Frame gray = frames.plain(64, 64, 100);
        Frame dark = frames.plain(64, 64, 5)) {
      cropper.cut(dark, CROP, 0, classifier.batch());
      cropper.cut(gray, CROP, 0, classifier.batch());
      for (int run = 1; run <= 10; run++) {
        assertThat(classifier.trouble()).isEmpty();

        List<Scores> scores = classifier.classify();

        assertThat(scores.get(0).winner()).isZero();
        assertThat(scores.get(1)).isEqualTo(Scores.unknown(7));
        assertThat(classifier.unknownAnswers()).isEqualTo(run);
      }

      assertThat(classifier.trouble().orElseThrow())
          .contains("nan.onnx is broken: it answers with NaN");
    }
  }

  @Test
  void close_mayBeCalledTwice() {
    EmotionClassifier classifier = EmotionClassifier.open(model, Device.CPU, 1);

    classifier.close();
    classifier.close();
  }

  private static void assumeNoCuda() {
    assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
        "skipped: this build has CUDA");
  }

  private static double sum(Scores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += scores.get(i);
    }
    return sum;
  }
}
