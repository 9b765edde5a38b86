package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

class DecayTest {
  private ComputationGraph graph;
  private INDArray gradients;

  @BeforeEach
  void makeGraph() {
    graph =
        new ComputationGraph(
            Network.of(
                    new NetworkSpec(Architecture.PLAIN, 32, 7, 0, Set.of()),
                    new Network.Training(new NoOp(), head -> 1, 3, DataType.FLOAT))
                .configuration());
    graph.init();
    graph.initGradientsView();
    gradients = graph.getFlattenedGradients();
  }

  private static Optimizer optimizer(Optimizer.Method method) {
    return new Optimizer(method, 0.05, 0, 0.9, 0.01);
  }

  private float weight(String name) {
    return graph.getParam(name).getFloat(0);
  }

  /** The gradient of a parameter's first value, read through the graph's own views. */
  private float gradient(String name) {
    INDArray weights = graph.params().dup();
    graph.params().assign(gradients.reshape(graph.params().shape()));
    float value = weight(name);
    graph.params().assign(weights);
    return value;
  }

  @Test
  void beforeRule_addsDecayOfTheWeightsAloneWithNesterov() {
    Decay decay = new Decay(graph, optimizer(Optimizer.Method.NESTEROV));

    decay.beforeRule(graph.params(), gradients, 64);
    decay.afterRule(graph.params(), gradients, 0.05);

    assertThat(gradient("conv1_W")).isCloseTo(0.01f * 64 * weight("conv1_W"), within(1e-6f));
    assertThat(gradient("probabilities_W")).isNotZero();
    assertThat(gradient("bn2_gamma")).isZero();
    assertThat(weight("bn2_gamma")).isEqualTo(1);
  }

  @Test
  void afterRule_addsDecayByTheLearningRateWithAdamW() {
    Decay decay = new Decay(graph, optimizer(Optimizer.Method.ADAMW));

    decay.beforeRule(graph.params(), gradients, 64);
    assertThat(gradients.amaxNumber().floatValue()).isZero();
    decay.afterRule(graph.params(), gradients, 0.05);

    assertThat(gradient("conv1_W")).isCloseTo(0.01f * 0.05f * weight("conv1_W"), within(1e-8f));
    assertThat(gradient("bn2_gamma")).isZero();
  }
}
