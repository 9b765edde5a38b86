package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Network;
import ferlive.trainer.testing.FreshModels;
import java.nio.FloatBuffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest {
  private static final FaceDataset FACES =
      FaceDataset.noise(Expression.LABELS, FreshModels.SIDE, 3, 1);

  private static List<EnsembleMember> members;

  @BeforeAll
  static void makeMembers() {
    members =
        Stream.of(
                FreshModels.of(Architecture.MSFF_CNN, 1),
                FreshModels.of(Architecture.AER_CNN, 2),
                FreshModels.of(Architecture.DRF_MSAM, 3))
            .map(model -> EnsembleMember.of("m.onnx", model.toByteArray()))
            .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void join_givesTheMeanOfTheMembers(boolean mirrored) {
    double[][] expected = new double[FACES.size()][Expression.LABELS.size()];
    int views = 0;
    for (EnsembleMember member : members) {
      add(expected, probabilities(member.model(), FACES));
      views++;
      if (mirrored) {
        add(expected, probabilities(member.model(), mirrored(FACES)));
        views++;
      }
    }

    float[][] actual = probabilities(join(mirrored), FACES);

    for (int i = 0; i < expected.length; i++) {
      for (int k = 0; k < expected[i].length; k++) {
        assertThat((double) actual[i][k]).isCloseTo(expected[i][k] / views, within(1e-6));
      }
    }
  }

  @Test
  void join_isBlindToMirroringWithBothViews() {
    float[][] straight = probabilities(join(true), FACES);
    float[][] mirrored = probabilities(join(true), mirrored(FACES));

    for (int i = 0; i < straight.length; i++) {
      assertThat(mirrored[i]).containsExactly(straight[i], within(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void join_hasTheAttentionOfTheFirstMemberThatHasOne(boolean mirrored) throws OrtException {
    assertThat(attention(join(mirrored)))
        .containsExactly(attention(members.get(1).model()), within(1e-6f));
  }

  @Test
  void join_usesKnownOperatorsOnly() {
    assertThat(join(true).getGraph().getNodeList().stream().map(NodeProto::getOpType))
        .allMatch(OnnxOp::isKnown);
  }

  @Test
  void metadata_sumsSizesAndKeepsWhatMembersShare() {
    Map<String, String> entries = metadata(true);

    assertThat(entries)
        .containsEntry("fer.arch", "ensemble")
        .containsEntry("fer.params", "300")
        .containsEntry("fer.multiply-adds", "6000")
        .containsEntry("fer.train.dataset", "faces.zip")
        .containsEntry("fer.train.command", "ensemble m.onnx")
        .containsEntry("fer.license", "Apache-2.0")
        .doesNotContainKeys("fer.train.seed", "fer.metric.public.accuracy");
    assertThat(entries.get("fer.ensemble.members"))
        .contains(members.get(2).sha256(), "\"arch\":\"drf-msam\"");
  }

  @Test
  void metadata_failsWithMembersOfOtherLabelsOrWithoutSize() {
    assertRefused(withEntry("fer.labels", "[\"a\"]"), "fer.labels");
    assertRefused(withEntry("fer.crop.side", "1.2"), "fer.crop.side");
    assertRefused(withEntry("fer.params", "many"), "fer.params");
  }

  @Test
  void member_failsWithAnOperatorThatNoExportedModelHas() {
    ModelProto.Builder model = members.get(0).model().toBuilder();
    model.getGraphBuilder().addNode(NodeProto.newBuilder().setOpType("Loop"));

    assertThatThrownBy(() -> EnsembleMember.of("m.onnx", model.build().toByteArray()))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("m.onnx", "Loop");
  }

  private static void assertRefused(EnsembleMember odd, String named) {
    assertThatThrownBy(() -> metadata(List.of(members.get(0), odd)))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("odd.onnx", named);
  }

  private static EnsembleMember withEntry(String key, String value) {
    Map<String, String> entries = new LinkedHashMap<>(members.get(1).metadata());
    entries.put(key, value);
    ModelProto.Builder model = members.get(1).model().toBuilder();
    ModelProperties.set(model, entries);
    return EnsembleMember.of("odd.onnx", model.build().toByteArray());
  }

  private static ModelProto join(boolean mirrored) {
    return Ensemble.join(members, mirrored, metadata(mirrored));
  }

  private static Map<String, String> metadata(boolean mirrored) {
    return EnsembleMetadata.of(
        members, mirrored, "ensemble m.onnx", LocalDate.of(2026, 11, 23), "test");
  }

  private static Map<String, String> metadata(List<EnsembleMember> some) {
    return EnsembleMetadata.of(some, false, "", LocalDate.of(2026, 11, 23), "test");
  }

  private static float[][] probabilities(ModelProto model, FaceDataset faces) {
    try (OnnxClassifier classifier = OnnxClassifier.of("the model", model.toByteArray(), 1)) {
      return classifier.probabilities(faces);
    }
  }

  private static void add(double[][] sums, float[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        sums[i][k] += rows[i][k];
      }
    }
  }

  private static FaceDataset mirrored(FaceDataset faces) {
    int side = faces.side();
    byte[] pixels = new byte[faces.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = faces.pixels()[i - i % side + side - 1 - i % side];
    }
    return faces.withPixels(pixels);
  }

  private static float[] attention(ModelProto model) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    FloatBuffer face = FloatBuffer.allocate(2 * FreshModels.SIDE * FreshModels.SIDE);
    for (int i = 0; i < face.capacity(); i++) {
      face.put(i, i * 7 % 256);
    }
    long[] shape = {2, 1, FreshModels.SIDE, FreshModels.SIDE};
    try (OrtSession session = environment.createSession(model.toByteArray());
        OnnxTensor input = OnnxTensor.createTensor(environment, face, shape);
        OrtSession.Result result = session.run(Map.of(Network.INPUT, input))) {
      OnnxTensor attention = (OnnxTensor) result.get(OnnxExporter.ATTENTION).orElseThrow();
      assertThat(attention.getInfo().getShape()).containsExactly(2, 1, 8, 8);
      float[] values = new float[128];
      attention.getFloatBuffer().get(values);
      return values;
    }
  }
}
