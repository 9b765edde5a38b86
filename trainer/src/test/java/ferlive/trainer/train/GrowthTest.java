package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Network;
import ferlive.trainer.train.ChannelOrigins.UnfitException;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GrowthTest {
  /** Of the first layer with more channels in AER-CNN; it hears as many in both. */
  private static final String WIDER = "conv51_W";

  private static void grow(ComputationGraph from, ComputationGraph to) {
    Growth growth = new Growth(to, Graphs.parameters(from));
    growth.fill();
    growth.fillOutput(Network.OUTPUT, Channels.of(3, 3));
  }

  @Test
  void fill_givesAWiderNetworkTheAnswersOfTheNarrowOne() {
    ComputationGraph narrow = Graphs.of(Architecture.FERLIVE, 3, 1);
    narrow.paramTable().values().forEach(values -> values.addi(Nd4j.rand(values.shape()).muli(.1)));
    ComputationGraph wide = Graphs.of(Architecture.AER_CNN, 3, 2);
    INDArray faces = Nd4j.randn(DataType.FLOAT, 4, 48, 48, 1);

    grow(narrow, wide);

    float[] expected = narrow.outputSingle(faces).dup('c').data().asFloat();
    assertThat(wide.outputSingle(faces).dup('c').data().asFloat())
        .containsExactly(expected, within(1e-4f));
    assertThat(wide.numParams()).isGreaterThan(narrow.numParams());
  }

  @Test
  void fill_leavesNewChannelsAtRandom() {
    ComputationGraph wide = Graphs.of(Architecture.AER_CNN, 3, 2);
    float[] random = wide.getParam(WIDER).dup('c').data().asFloat();
    ComputationGraph narrow = Graphs.of(Architecture.FERLIVE, 3, 1);

    grow(narrow, wide);

    float[] grown = wide.getParam(WIDER).dup('c').data().asFloat();
    float[] old = narrow.getParam(WIDER).dup('c').data().asFloat();
    assertThat(old.length).isLessThan(grown.length);
    assertThat(grown).startsWith(old);
    assertThat(Arrays.copyOfRange(grown, old.length, grown.length))
        .isEqualTo(Arrays.copyOfRange(random, old.length, random.length));
  }

  @Test
  void of_refusesWeightsOfAWiderNetworkOrAnotherPlan() {
    ComputationGraph narrow = Graphs.of(Architecture.FERLIVE, 3, 1);
    ComputationGraph wide = Graphs.of(Architecture.AER_CNN, 3, 2);
    Map<String, float[]> other = Graphs.parameters(Graphs.of(Architecture.DRF, 3, 3));

    assertThatThrownBy(() -> new Growth(narrow, Graphs.parameters(wide)))
        .isInstanceOf(UnfitException.class)
        .hasMessage(WIDER);
    assertThatThrownBy(() -> new Growth(narrow, other).fill()).isInstanceOf(UnfitException.class);
  }
}
