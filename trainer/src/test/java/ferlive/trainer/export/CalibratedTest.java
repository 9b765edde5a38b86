package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.testing.FreshModels;
import ferlive.trainer.train.Prediction;
import org.junit.jupiter.api.Test;

class CalibratedTest {
  private static final FaceDataset FACES =
      FaceDataset.noise(Expression.LABELS, FreshModels.SIDE, 14, 1);

  @Test
  void of_dividesTheLogitsInTheGraphAndSaysSo() {
    ModelProto model = FreshModels.of(Architecture.MSFF_CNN, 1);
    float[][] plain = probabilities(model);

    Calibrated calibrated = Calibrated.of(model, plain, Prediction.truth(FACES));

    double temperature = calibrated.temperature().value();
    assertThat(temperature).isGreaterThan(1.05);
    assertThat(ModelProperties.of(calibrated.model()))
        .containsEntry("fer.temperature", String.format("%.4f", temperature))
        .containsKeys("fer.metric.public.accuracy", "fer.metric.public.ece")
        .hasSize(ModelProperties.of(model).size() + 2);
    float[][] expected = calibrated.temperature().apply(plain);
    float[][] actual = probabilities(calibrated.model());
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-5f));
    }
  }

  private static float[][] probabilities(ModelProto model) {
    try (OnnxClassifier classifier = OnnxClassifier.of("the model", model.toByteArray(), 1)) {
      assertThat(classifier.temperature().value())
          .isEqualTo(Double.parseDouble(ModelProperties.of(model).get("fer.temperature")));
      return classifier.probabilities(FACES);
    }
  }
}
