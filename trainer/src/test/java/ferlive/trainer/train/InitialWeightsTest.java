package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

class InitialWeightsTest {
  private static final List<String> KNOWN = List.of("angry", "happy", "sad");

  private static ComputationGraph graph(int classes, long seed, Head... heads) {
    Network network =
        Network.of(
            new NetworkSpec(Architecture.PLAIN, 32, classes, 0, Set.of(heads)),
            new Network.Training(new NoOp(), head -> 1, seed, DataType.FLOAT));
    ComputationGraph graph = new ComputationGraph(network.configuration());
    graph.init();
    return graph;
  }

  private static Map<String, float[]> parameters(ComputationGraph graph) {
    Map<String, float[]> all = new HashMap<>();
    graph.paramTable().forEach((key, values) -> all.put(key, values.dup('c').data().asFloat()));
    return all;
  }

  private static InitialWeights of(ComputationGraph graph, List<String> labels) {
    return new InitialWeights("known.onnx", Architecture.PLAIN, labels, parameters(graph));
  }

  @Test
  void putInto_givesTheSameNetworkWithTheSameLabels() {
    ComputationGraph known = graph(3, 1);
    ComputationGraph other = graph(3, 2);

    of(known, KNOWN).putInto(other, KNOWN);

    assertThat(other.params().toFloatVector()).isEqualTo(known.params().toFloatVector());
  }

  @Test
  void putInto_keepsTheColumnsOfLabelsThatBothKnow() {
    ComputationGraph known = graph(3, 1);
    ComputationGraph other = graph(2, 2);
    float[] random = other.getParam("probabilities_W").getColumn(1).toFloatVector();

    of(known, KNOWN).putInto(other, List.of("happy", "yawning"));

    assertThat(other.getParam("probabilities_W").getColumn(0).toFloatVector())
        .isEqualTo(known.getParam("probabilities_W").getColumn(1).toFloatVector());
    assertThat(other.getParam("probabilities_W").getColumn(1).toFloatVector()).isEqualTo(random);
    assertThat(other.getParam("conv1_W").dup('c').data().asFloat())
        .isEqualTo(known.getParam("conv1_W").dup('c').data().asFloat());
  }

  @Test
  void putInto_leavesAHeadThatIsNewAtRandom() {
    ComputationGraph other = graph(3, 2, Head.FACE);
    float[] random = other.getParam("is_face_W").dup('c').data().asFloat();

    of(graph(3, 1), KNOWN).putInto(other, KNOWN);

    assertThat(other.getParam("is_face_W").dup('c').data().asFloat()).isEqualTo(random);
  }

  @Test
  void putInto_failsWithMissingWeights() {
    Map<String, float[]> some = parameters(graph(3, 1));
    some.remove("conv1_W");
    InitialWeights weights = new InitialWeights("known.onnx", Architecture.PLAIN, KNOWN, some);
    ComputationGraph other = graph(3, 2);

    assertThatThrownBy(() -> weights.putInto(other, KNOWN))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("known.onnx has no conv1 weights that fit");
  }
}
