package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.SyntheticFaces;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.OnnxClassifier;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import ferlive.trainer.train.Prediction;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

class OnnxExporterTest {
  private static final Map<String, String> METADATA =
      Map.of(
          "fer.schema",
          "1",
          "fer.labels",
          Expression.LABELS.stream().map(l -> '"' + l + '"').toList().toString());

  @TempDir private Path folder;

  static Stream<Arguments> networks() {
    return Arrays.stream(Architecture.values())
        .flatMap(net -> Stream.of(48, 64, 96).map(side -> Arguments.of(net, side)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void export_computesWhatTheNetworkComputes(Architecture architecture, int side)
      throws IOException {
    Network network = network(architecture, side);
    ComputationGraph graph = unevenlyInitialized(network);
    FaceDataset faces = SyntheticFaces.of(side, 4, 3);

    List<float[][]> expected = Prediction.outputs(graph, faces);
    try (OnnxClassifier classifier = OnnxClassifier.open(file(network, graph), 1)) {
      Parity parity = Parity.of(expected.get(0), classifier.probabilities(faces));
      assertThat(parity.faces()).isEqualTo(faces.size());
      assertThat(parity.holds()).as(parity.toString()).isTrue();
      assertThat(classifier.heads()).isEqualTo(network.spec().heads());
      int next = 1;
      for (Head head : network.spec().heads()) {
        Parity other = Parity.of(expected.get(next++), classifier.answers(head, faces));
        assertThat(other.maxDifference()).as(head.output()).isLessThan(Parity.LIMIT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void export_keepsToItsOperatorsAndOpset(Architecture architecture) {
    Network network = network(architecture, 48);

    ModelProto model = OnnxExporter.export(network, unevenlyInitialized(network), METADATA);

    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
    assertThat(model.getOpsetImportCount()).isEqualTo(1);
    assertThat(model.getMetadataPropsCount()).isEqualTo(METADATA.size());
    assertThat(model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList())
        .isSubsetOf(Arrays.stream(OnnxOp.values()).map(OnnxOp::type).toList());
    List<String> values =
        model.getGraph().getNodeList().stream()
            .flatMap(node -> node.getOutputList().stream())
            .collect(Collectors.toList());
    assertThat(values).doesNotHaveDuplicates();
  }

  @Test
  void export_givesAttentionBetweenZeroAndOne() throws IOException, OrtException {
    Network network = network(Architecture.AER_CNN, 48);
    Path file = file(network, unevenlyInitialized(network));
    FloatBuffer face = FloatBuffer.allocate(2 * 48 * 48);
    for (int i = 0; i < face.capacity(); i++) {
      face.put(i, i % 256);
    }

    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, face, new long[] {2, 1, 48, 48});
        OrtSession.Result result = session.run(Map.of(Network.INPUT, input))) {
      OnnxTensor attention = (OnnxTensor) result.get(OnnxExporter.ATTENTION).orElseThrow();
      assertThat(attention.getInfo().getShape()).containsExactly(2, 1, 12, 12);
      FloatBuffer values = attention.getFloatBuffer();
      while (values.hasRemaining()) {
        assertThat(values.get()).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void convert_failsNamingAClassWithoutOnnxForm() {
    Site site = new Site(new OnnxGraph("g"), null, "odd", List.of("x"), InputType.feedForward(3));

    assertThatThrownBy(() -> Converters.convert(new L2NormalizeVertex(), site))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("L2NormalizeVertex", "odd");
  }

  private Path file(Network network, ComputationGraph graph) throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.write(file, OnnxExporter.export(network, graph, METADATA).toByteArray());
    return file;
  }

  private static Network network(Architecture architecture, int side) {
    return Network.of(
        new NetworkSpec(architecture, side, Expression.LABELS.size(), 0.3, Set.of(Head.values())),
        new Network.Training(new NoOp(), head -> 1, 3, DataType.FLOAT));
  }

  /** Biases and normalisation statistics at their start would hide that they are left out. */
  private static ComputationGraph unevenlyInitialized(Network network) {
    ComputationGraph graph = new ComputationGraph(network.configuration());
    graph.init();
    Nd4j.getRandom().setSeed(4);
    graph
        .paramTable()
        .forEach(
            (name, values) -> {
              INDArray noise = Nd4j.rand(DataType.FLOAT, values.shape());
              if (name.endsWith("_var") || name.endsWith("_gamma")) {
                values.assign(noise.add(0.5));
              } else if (!name.endsWith("_W")) {
                values.assign(noise.sub(0.5).mul(0.4));
              }
            });
    return graph;
  }
}
