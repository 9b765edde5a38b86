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
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import ferlive.trainer.testing.FreshModels;
import java.nio.FloatBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
                FreshModels.of(Architecture.AER_CNN, 2, Head.FACE),
                FreshModels.of(Architecture.DRF_MSAM, 3, Head.FACE, Head.VOTES))
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
        add(expected, probabilities(member.model(), FACES.mirrored()));
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
    float[][] mirrored = probabilities(join(true), FACES.mirrored());

    for (int i = 0; i < straight.length; i++) {
      assertThat(mirrored[i]).containsExactly(straight[i], within(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void join_hasTheAttentionOfTheFirstMemberThatHasOne(boolean mirrored) throws OrtException {
    assertThat(output(join(mirrored), OnnxExporter.ATTENTION, 1, 8, 8))
        .containsExactly(
            output(members.get(1).model(), OnnxExporter.ATTENTION, 1, 8, 8), within(1e-6f));
  }

  @Test
  void join_averagesOtherOutputsOverTheMembersThatHaveThem() throws OrtException {
    float[] one = output(members.get(1).model(), Head.FACE.output(), 1);
    float[] other = output(members.get(2).model(), Head.FACE.output(), 1);

    assertThat(output(join(false), Head.FACE.output(), 1))
        .containsExactly(
            new float[] {(one[0] + other[0]) / 2, (one[1] + other[1]) / 2}, within(1e-6f));
    float mean = (one[0] + one[1] + other[0] + other[1]) / 4;
    assertThat(output(join(true), Head.FACE.output(), 1))
        .containsExactly(new float[] {mean, mean}, within(1e-6f));
    assertThat(output(join(false), Head.VOTES.output(), 8))
        .containsExactly(output(members.get(2).model(), Head.VOTES.output(), 8), within(1e-6f));
  }

  @Test
  void join_isTheMeanOfTheFaceAndOfItsCloserView() {
    // Without a border of its own, a face of one level looks the same from nearer.
    FaceDataset even = FACES.withPixels(evenPixels());
    float[][] expected = probabilities(join(Views.one()), even);
    float[][] actual = probabilities(join(new Views(true, true)), even);

    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-5f));
    }
    assertThat(probabilities(join(new Views(false, true)), FACES)[0])
        .isNotEqualTo(probabilities(join(Views.one()), FACES)[0]);
  }

  private static byte[] evenPixels() {
    byte[] pixels = new byte[FACES.pixels().length];
    Arrays.fill(pixels, (byte) 90);
    return pixels;
  }

  @Test
  void join_usesKnownOperatorsOnly() {
    assertThat(
            join(new Views(true, true)).getGraph().getNodeList().stream().map(NodeProto::getOpType))
        .allMatch(OnnxOp::isKnown);
  }

  @Test
  void metadata_sumsSizesAndKeepsWhatMembersShare() {
    Map<String, String> entries = metadata(new Views(true, true));

    assertThat(entries)
        .containsEntry("fer.arch", "ensemble")
        .containsEntry("fer.params", "300")
        .containsEntry("fer.multiply-adds", "12000")
        .containsEntry("fer.train.dataset", "faces.zip")
        .containsEntry("fer.train.command", "ensemble m.onnx")
        .containsEntry("fer.license", "Apache-2.0")
        .doesNotContainKeys("fer.train.seed", "fer.metric.public.accuracy");
    assertThat(entries.get("fer.ensemble.members"))
        .contains(members.get(2).sha256(), "\"arch\":\"drf-msam\"");
  }

  @Test
  void metadata_keepsTheThresholdForFacesOfTheMembersThatHaveOne() {
    EnsembleMember one = withEntry("fer.face.threshold", "0.9");
    EnsembleMember other = withEntry("fer.face.threshold", "0.8");

    assertThat(metadata(List.of(members.get(0), one)))
        .containsEntry("fer.face.threshold", "0.9000");
    assertThat(metadata(List.of(one, members.get(0), other)))
        .containsEntry("fer.face.threshold", "0.8500");
    assertThat(metadata(members)).doesNotContainKey("fer.face.threshold");
  }

  @Test
  void metadata_failsWithMembersOfOtherLabelsOrWithoutSize() {
    assertRefused(withEntry("fer.labels", "[\"a\"]"), "fer.labels");
    assertRefused(withEntry("fer.crop.side", "1.2"), "fer.crop.side");
    assertRefused(withEntry("fer.params", "many"), "fer.params");
    assertRefused(withEntry("fer.face.threshold", "high"), "fer.face.threshold");
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
    return join(new Views(mirrored, false));
  }

  private static ModelProto join(Views views) {
    return Ensemble.join(members, views, metadata(views));
  }

  private static Map<String, String> metadata(Views views) {
    return EnsembleMetadata.of(
        members, views, "ensemble m.onnx", LocalDate.of(2026, 11, 23), "test");
  }

  private static Map<String, String> metadata(List<EnsembleMember> some) {
    return EnsembleMetadata.of(some, Views.one(), "", LocalDate.of(2026, 11, 23), "test");
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

  /** An output of one face and of its mirror image, row by row. */
  private static float[] output(ModelProto model, String name, long... dimensions)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    FaceDataset face = FACES.subset(new int[] {0});
    FloatBuffer both = FloatBuffer.allocate(2 * FreshModels.SIDE * FreshModels.SIDE);
    for (FaceDataset view : List.of(face, face.mirrored())) {
      for (byte level : view.pixels()) {
        both.put(level & 0xff);
      }
    }
    long[] shape = {2, 1, FreshModels.SIDE, FreshModels.SIDE};
    try (OrtSession session = environment.createSession(model.toByteArray());
        OnnxTensor input = OnnxTensor.createTensor(environment, both.flip(), shape);
        OrtSession.Result result = session.run(Map.of(Network.INPUT, input))) {
      OnnxTensor output = (OnnxTensor) result.get(name).orElseThrow();
      assertThat(output.getInfo().getShape())
          .containsExactly(
              LongStream.concat(LongStream.of(2), LongStream.of(dimensions)).toArray());
      float[] values = new float[output.getFloatBuffer().remaining()];
      output.getFloatBuffer().get(values);
      return values;
    }
  }
}
