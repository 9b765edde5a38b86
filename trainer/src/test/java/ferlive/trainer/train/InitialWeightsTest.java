package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
  private static final List<String> KNOWN = List.of("angry", "happy", "sad");

  private static InitialWeights of(ComputationGraph graph, List<String> labels) {
    return new InitialWeights("known.onnx", Architecture.PLAIN, labels, Graphs.parameters(graph));
  }

  @Test
  void putInto_givesTheSameNetworkWithTheSameLabels() {
    ComputationGraph known = Graphs.of(Architecture.PLAIN, 3, 1);
    ComputationGraph other = Graphs.of(Architecture.PLAIN, 3, 2);

    of(known, KNOWN).putInto(other, KNOWN);

    assertThat(other.params().toFloatVector()).isEqualTo(known.params().toFloatVector());
  }

  @Test
  void putInto_keepsTheColumnsOfLabelsThatBothKnow() {
    ComputationGraph known = Graphs.of(Architecture.PLAIN, 3, 1);
    ComputationGraph other = Graphs.of(Architecture.PLAIN, 2, 2);
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
    ComputationGraph other = Graphs.of(Architecture.PLAIN, 3, 2, Head.FACE);
    float[] random = other.getParam("is_face_W").dup('c').data().asFloat();

    of(Graphs.of(Architecture.PLAIN, 3, 1), KNOWN).putInto(other, KNOWN);

    assertThat(other.getParam("is_face_W").dup('c').data().asFloat()).isEqualTo(random);
  }

  @Test
  void putInto_failsWithMissingWeights() {
    Map<String, float[]> some = Graphs.parameters(Graphs.of(Architecture.PLAIN, 3, 1));
    some.remove("conv1_W");
    InitialWeights weights = new InitialWeights("known.onnx", Architecture.PLAIN, KNOWN, some);
    ComputationGraph other = Graphs.of(Architecture.PLAIN, 3, 2);

    assertThatThrownBy(() -> weights.putInto(other, KNOWN))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("known.onnx has no conv1 weights that fit");
  }
}
