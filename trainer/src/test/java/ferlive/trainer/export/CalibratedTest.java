package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.train.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibratedTest {
  private static final FaceDataset FACES =
      FaceDataset.noise(Expression.LABELS, FreshModels.SIDE, 14, 1);

  @Test
  void of_rescalesInTheGraphAndSaysSo() {
    ModelProto model = FreshModels.of(Architecture.MSFF_CNN, 1);
    float[][] plain = probabilities(model);

    Calibrated calibrated = Calibrated.of(model, plain, Prediction.truth(FACES));

    Rescaling rescaling = calibrated.rescaling();
    assertThat(rescaling.temperature().value()).isGreaterThan(1.05);
    assertThat(ModelProperties.of(calibrated.model()))
        .containsEntry("fer.temperature", String.format("%.4f", rescaling.temperature().value()))
        .containsEntry("fer.smoothing", String.format("%.4f", rescaling.smoothing()))
        .containsKeys("fer.metric.public.accuracy", "fer.metric.public.ece")
        .hasSize(ModelProperties.of(model).size() + 3);
    float[][] expected = rescaling.apply(plain);
    float[][] actual = probabilities(calibrated.model());
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-5f));
    }
  }

  @Test
  void undone_failsWithoutASoftmax(@TempDir Path folder) throws IOException {
    ModelProto.Builder model = FreshModels.of(Architecture.MSFF_CNN, 1).toBuilder();
    model.getGraphBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals("Softmax"))
        .forEach(node -> node.setOpType("Sigmoid"));
    Path file = Files.write(folder.resolve("other.onnx"), model.build().toByteArray());

    assertThatThrownBy(() -> Calibrated.undone(file))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("other.onnx is no ONNX model of this program");
  }

  private static float[][] probabilities(ModelProto model) {
    try (OnnxClassifier classifier = OnnxClassifier.of("the model", model.toByteArray(), 1)) {
      assertThat(classifier.rescaling().temperature().value())
          .isEqualTo(Double.parseDouble(ModelProperties.of(model).get("fer.temperature")));
      return classifier.probabilities(FACES);
    }
  }
}
