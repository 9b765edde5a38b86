package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import org.junit.jupiter.api.Test;

class FaceThresholdTest {
  private static float[][] answers(int low, float lowValue, int high) {
    float[][] answers = new float[low + high][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = new float[] {i < low ? lowValue : 0.75f};
    }
    return answers;
  }

  @Test
  void of_losesTwoFacesInAHundred() {
    FaceThreshold threshold = FaceThreshold.of(answers(4, 0.1f, 196));

    assertThat(threshold.value()).isEqualTo(0.75);
    assertThat(threshold.kept()).isCloseTo(0.98, within(1e-9));
  }

  @Test
  void of_givesLessWhereMoreWouldBeLost() {
    FaceThreshold threshold = FaceThreshold.of(answers(5, 0.3f, 195));

    assertThat(threshold.value()).isEqualTo(0.3);
    assertThat(threshold.kept()).isEqualTo(1);
  }

  @Test
  void in_writesItIntoTheModel() {
    ModelProto model = new FaceThreshold(0.25, 1).in(ModelProto.getDefaultInstance());

    assertThat(ModelProperties.of(model)).containsEntry("fer.face.threshold", "0.2500");
  }
}
