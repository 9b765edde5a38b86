package ferlive.app.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.HomeFolder;
import ferlive.app.testing.SharedMedia;
import ferlive.app.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxScanTest {
  @ParameterizedTest
  @MethodSource("shipped")
  void check_takesEveryShippedModel(Path file) throws IOException {
    OnnxOperators allowed =
        file.startsWith(HomeFolder.find().detectors())
            ? OnnxOperators.DETECTOR
            : OnnxOperators.EXPRESSION;

    assertThatCode(() -> OnnxScan.check(Files.readAllBytes(file), allowed))
        .doesNotThrowAnyException();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(HomeFolder.find().models())) {
      List<Path> models = files.filter(file -> file.toString().endsWith(".onnx")).toList();
      return models.stream();
    }
  }

  @Test
  void check_takesYuNet() throws IOException {
    byte[] bytes =
        Files.readAllBytes(SharedMedia.file("../detectors/face_detection_yunet_2023mar.onnx"));

    assertThatCode(() -> OnnxScan.check(bytes, OnnxOperators.DETECTOR)).doesNotThrowAnyException();
  }

  /** The trainer's list, which is another program. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add", "AveragePool", "BatchNormalization", "Concat", "Conv", "Flatten", "Gather", "Gemm",
        "GlobalAveragePool", "Log", "MaxPool", "Mul", "ReduceMean", "Relu", "Reshape", "Resize",
        "Sigmoid", "Softmax", "Sub"
      })
  void allows_whatTheTrainerExports(String operator) {
    assertThat(OnnxOperators.EXPRESSION.allows(operator)).isTrue();
    assertThat(OnnxOperators.DETECTOR.allows(operator)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Loop", "If", "Scan", "relu", "Expand", "Range", "Pad"})
  void allows_noneThatMayNotEndOrMakesLargeFromSmall(String operator) {
    assertThat(OnnxOperators.EXPRESSION.allows(operator)).isFalse();
    assertThat(OnnxOperators.DETECTOR.allows(operator)).isFalse();
  }

  @Test
  void check_refusesAModelCutAnywhereButBetweenItsParts() {
    byte[] model = new TinyModel().proto().toByteArray();
    int taken = 0;

    for (int length = 0; length < model.length; length++) {
      taken += isTaken(Arrays.copyOf(model, length)) ? 1 : 0;
    }

    // Cut after the graph, between two entries of metadata: what is left is a model.
    assertThat(taken).isLessThanOrEqualTo(4);
  }

  @Test
  void check_saysNothingButRefusedOrTakenOfDamage() {
    byte[] model = new TinyModel().proto().toByteArray();
    Random random = new Random(3);
    int refused = 0;

    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = model.clone();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      refused += isTaken(damaged) ? 0 : 1;
    }

    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void check_takesNoLongerForManySmallParts() {
    // 16 million empty nodes: the first thousands are enough to say no.
    byte[] nodes = new byte[32 << 20];
    for (int i = 0; i < nodes.length; i += 2) {
      nodes[i] = 0x3a;
    }

    assertThatExceptionOfType(OnnxFault.class)
        .isThrownBy(() -> OnnxScan.check(nodes, OnnxOperators.EXPRESSION))
        .withMessageContaining("which version");
  }

  private static boolean isTaken(byte[] model) {
    try {
      OnnxScan.check(model, OnnxOperators.EXPRESSION);
      return true;
    } catch (OnnxFault e) {
      assertThat(e).hasMessageMatching("[ -~]{1,200}");
      return false;
    }
  }
}
