package ferlive.trainer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;

class NetworkTest {
  private static final int CLASSES = 7;

  static Stream<Arguments> architecturesAndSides() {
    return Arrays.stream(Architecture.values())
        .flatMap(net -> Stream.of(48, 64, 96).map(side -> Arguments.of(net, side)));
  }

  @ParameterizedTest
  @MethodSource("architecturesAndSides")
  void of_givesDistributionsAtEverySide(Architecture architecture, int side) {
    ComputationGraph graph = graph(network(architecture, side));

    INDArray probabilities = graph.output(Nd4j.rand(DataType.FLOAT, 2, side, side, 1))[0];

    assertThat(probabilities.shape()).containsExactly(2, CLASSES);
    assertThat(probabilities.sum(1).toFloatVector()).containsOnly(new float[] {1}, within(1e-5f));
  }

  @ParameterizedTest
  @EnumSource
  void of_savesAndLoadsWithEqualOutputs(Architecture architecture) throws IOException {
    ComputationGraph graph = graph(network(architecture, 48));
    INDArray faces = Nd4j.rand(DataType.FLOAT, 2, 48, 48, 1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(graph, file, false);

    ComputationGraph loaded =
        ModelSerializer.restoreComputationGraph(
            new ByteArrayInputStream(file.toByteArray()), false);

    assertThat(loaded.output(faces)[0].toFloatMatrix())
        .isDeepEqualTo(graph.output(faces)[0].toFloatMatrix());
  }

  @ParameterizedTest
  @EnumSource
  void of_keepsTheBudget(Architecture architecture) {
    Network network = network(architecture, 48);

    assertThat(network.multiplyAdds()).isBetween(20_000_000L, 45_000_000L);
    assertThat(graph(network).numParams()).isBetween(300_000L, 1_000_000L);
  }

  @Test
  void of_isLightForLivePictures() {
    Network network = network(Architecture.FERLIVE, 48);

    assertThat(network.multiplyAdds()).isLessThanOrEqualTo(30_000_000L);
    assertThat(4 * graph(network).numParams()).isLessThanOrEqualTo(3_000_000L);
  }

  @Test
  void of_givesCrowdVotesAsSecondOutput() {
    ComputationGraph graph = graph(network(Architecture.AER_CNN, 48));

    INDArray votes = graph.output(Nd4j.rand(DataType.FLOAT, 2, 48, 48, 1))[1];

    assertThat(votes.shape()).containsExactly(2, Head.VOTES.size());
    assertThat(votes.sum(1).toFloatVector()).containsOnly(new float[] {1}, within(1e-5f));
  }

  @Test
  void of_givesFaceOrNotAsLastOutput() {
    ComputationGraph graph = graph(network(Architecture.DRF_MSAM, 48));

    INDArray face = graph.output(Nd4j.rand(DataType.FLOAT, 2, 48, 48, 1))[2];

    assertThat(face.shape()).containsExactly(2, 1);
    for (float value : face.toFloatVector()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void of_learnsNothingFromARowOfZeros() {
    ComputationGraph graph = graph(network(Architecture.MSFF_CNN, 32));
    graph.setInputs(Nd4j.rand(DataType.FLOAT, 2, 32, 32, 1));
    graph.setLabels(
        Nd4j.zeros(DataType.FLOAT, 2, CLASSES),
        Nd4j.zeros(DataType.FLOAT, 2, Head.VOTES.size()),
        Nd4j.zeros(DataType.FLOAT, 2, Head.FACE.size()));
    graph.computeGradientAndScore();

    INDArray bias = graph.gradient().getGradientFor("probabilities_b");

    assertThat(bias.toFloatVector()).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource
  void of_namesAttentionThatIsInTheGraph(Architecture architecture) {
    Network network = network(architecture, 48);

    network
        .attention()
        .ifPresent(name -> assertThat(network.configuration().getVertices()).containsKey(name));
  }

  @Test
  void of_givesAttentionForAerCnn() {
    assertThat(network(Architecture.AER_CNN, 48).attention()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"16, 7, 0", "50, 7, 0", "144, 7, 0", "48, 1, 0", "48, 7, 1", "48, 7, -0.1"})
  void spec_failsWithValueOutOfRange(int side, int classes, double dropout) {
    assertThatThrownBy(
            () -> new NetworkSpec(Architecture.AER_CNN, side, classes, dropout, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void architecture_isFoundByItsName(Architecture architecture) {
    assertThat(Architecture.of(architecture.id())).isEqualTo(architecture);
  }

  @Test
  void architecture_failsNamingTheKnownOnes() {
    assertThatThrownBy(() -> Architecture.of("resnet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("resnet", "aer-cnn", "msff-cnn", "drf-msam");
  }

  private static Network network(Architecture architecture, int side) {
    return Network.of(
        new NetworkSpec(architecture, side, CLASSES, 0.3, Set.of(Head.values())),
        new Network.Training(new Nesterovs(0.1, 0.9), head -> 0.4, 3, DataType.FLOAT));
  }

  private static ComputationGraph graph(Network network) {
    ComputationGraph graph = new ComputationGraph(network.configuration());
    graph.init();
    return graph;
  }
}
