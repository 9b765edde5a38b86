package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.layers.FastConvolution;
import ferlive.trainer.layers.GlobalAverageVertex;
import ferlive.trainer.layers.SelectVertex;
import ferlive.trainer.train.ChannelOrigins.UnfitException;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ChannelOriginsTest {
  /** Two branches, joined, and a third map added to both. */
  private static ComputationGraph joined(int left, int right, int seed) {
    GraphBuilder graph = builder(seed);
    graph.addLayer("left", FastConvolution.of(left, 3, 1, true), "in");
    graph.addLayer("right", FastConvolution.of(right, 1, 1, true), "in");
    graph.addVertex("both", new MergeVertex(), "left", "right");
    graph.addLayer("third", FastConvolution.of(left + right, 3, 1, true), "both");
    graph.addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "third", "both");
    return ended(graph, "sum");
  }

  /** As {@link #joined}, but another layer reads the third map too. */
  private static ComputationGraph shared(int left, int right, int seed) {
    GraphBuilder graph = builder(seed);
    graph.addLayer("left", FastConvolution.of(left, 3, 1, true), "in");
    graph.addLayer("right", FastConvolution.of(right, 1, 1, true), "in");
    graph.addVertex("both", new MergeVertex(), "left", "right");
    graph.addLayer("third", FastConvolution.of(left + right, 3, 1, true), "both");
    graph.addLayer("fourth", FastConvolution.of(left + right, 3, 1, true), "third");
    graph.addVertex(
        "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "third", "both", "fourth");
    return ended(graph, "sum");
  }

  /** Three branches, of which a dense layer selects channel by channel. */
  private static ComputationGraph selected(int channels, int seed) {
    GraphBuilder graph = builder(seed);
    graph.addLayer("a", FastConvolution.of(channels, 3, 1, true), "in");
    graph.addLayer("b", FastConvolution.of(channels, 1, 1, true), "in");
    graph.addLayer("c", FastConvolution.of(channels, 5, 1, true), "in");
    graph.addVertex("mean", new GlobalAverageVertex(), "in");
    graph.addLayer("logits", new DenseLayer.Builder().nOut(3 * channels).build(), "mean");
    graph.addVertex("select", new SelectVertex(), "a", "b", "c", "logits");
    return ended(graph, "select");
  }

  private static GraphBuilder builder(int seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(InputType.convolutional(6, 6, 1, CNN2DFormat.NHWC));
  }

  private static ComputationGraph ended(GraphBuilder graph, String top) {
    graph.addVertex("top", new GlobalAverageVertex(), top);
    graph.addLayer(
        "out", new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(), "top");
    graph.setOutputs("out");
    ComputationGraph made = new ComputationGraph(graph.build());
    made.init();
    return made;
  }

  private static float[] answers(ComputationGraph graph, INDArray pictures) {
    return graph.outputSingle(pictures).dup('c').data().asFloat();
  }

  private static void growthKeepsAnswers(ComputationGraph narrow, ComputationGraph wide) {
    INDArray pictures = Nd4j.randn(DataType.FLOAT, 5, 6, 6, 1);
    Growth growth = new Growth(wide, Graphs.parameters(narrow));
    growth.fill();
    growth.fillOutput("out", Channels.of(3, 3));

    assertThat(answers(wide, pictures)).containsExactly(answers(narrow, pictures), within(1e-5f));
    assertThat(wide.numParams()).isGreaterThan(narrow.numParams());
  }

  @Test
  void of_putsWhatIsAddedToJoinedMapsInTheirOrder() {
    growthKeepsAnswers(joined(2, 3, 1), joined(4, 3, 2));
    growthKeepsAnswers(joined(2, 3, 1), joined(3, 5, 2));
  }

  @Test
  void of_putsWhatSelectsInTheOrderOfTheBranches() {
    growthKeepsAnswers(selected(2, 1), selected(5, 2));
  }

  @Test
  void of_refusesFewerChannels() {
    Map<String, float[]> wide = Graphs.parameters(joined(2, 3, 1));
    ComputationGraph narrow = joined(2, 2, 2);

    assertThatThrownBy(() -> new ChannelOrigins(narrow, wide))
        .isInstanceOf(UnfitException.class)
        .hasMessage("right_W");
  }

  @Test
  void of_refusesLayersWithoutWeights() {
    Map<String, float[]> empty = Graphs.parameters(joined(2, 3, 1));
    empty.put("left_W", new float[0]);
    ComputationGraph wide = joined(4, 3, 2);

    assertThatThrownBy(() -> new ChannelOrigins(wide, empty))
        .isInstanceOf(UnfitException.class)
        .hasMessage("left_W");
  }

  @Test
  void of_refusesToReorderAMapThatOthersRead() {
    Map<String, float[]> narrow = Graphs.parameters(shared(2, 3, 1));
    ComputationGraph wide = shared(4, 5, 2);

    assertThatThrownBy(() -> new ChannelOrigins(wide, narrow))
        .isInstanceOf(UnfitException.class)
        .hasMessage("both");
  }
}
