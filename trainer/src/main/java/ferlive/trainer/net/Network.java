package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * The graph of a network, ready to be initialised.
 *
 * <p><b>Shapes</b>: input {@code [N,S,S,1]}, standardised by {@link #MEAN} and {@link #DEVIATION};
 * first output {@code [N,K]}, softmax; then one for each {@link Head} of the spec, in its order.
 *
 * @param spec what it was made from
 * @param configuration the DL4J graph
 * @param attention name of the vertex whose maps show where it looked, where there is one
 * @param multiplyAdds for one picture, forward
 */
public record Network(
    NetworkSpec spec,
    ComputationGraphConfiguration configuration,
    Optional<String> attention,
    long multiplyAdds) {
  /** Name of the graph's input. */
  public static final String INPUT = "face";

  /** Name of the graph's output. */
  public static final String OUTPUT = "probabilities";

  /** Mean gray level of FER2013's training faces, of 255. */
  public static final double MEAN = 0.507 * 255;

  /** Standard deviation of FER2013's training pixels, in gray levels. */
  public static final double DEVIATION = 0.255 * 255;

  /**
   * How a network is trained, as far as DL4J's graph must know it.
   *
   * @param updater with its learning rate schedule
   * @param headWeight of the loss of each {@link Head}; that of the labels weighs 1
   * @param seed of the initial weights
   * @param dataType float for training, double for gradient checks
   */
  public record Training(
      IUpdater updater, ToDoubleFunction<Head> headWeight, long seed, DataType dataType) {}

  /** Builds the graph. */
  public static Network of(NetworkSpec spec, Training training) {
    int side = spec.side();
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(training.seed())
            .dataType(training.dataType())
            .updater(training.updater())
            .weightInit(WeightInit.RELU)
            .graphBuilder()
            .addInputs(INPUT)
            .setInputTypes(InputType.convolutional(side, side, 1, CNN2DFormat.NHWC));
    GraphPlan plan = new GraphPlan(graph);
    NetworkPlan.Features features = spec.architecture().plan().build(plan, new Map(INPUT, side, 1));
    Map top = features.vector();
    if (spec.dropout() > 0) {
      top = plan.dropout(top, spec.dropout());
    }
    List<String> outputs = new ArrayList<>();
    outputs.add(OUTPUT);
    graph.addLayer(OUTPUT, softmax(spec.classes(), 1), top.name());
    long multiplyAdds = plan.multiplyAdds() + (long) top.channels() * spec.classes();
    for (Head head : spec.heads()) {
      outputs.add(head.output());
      graph.addLayer(
          head.output(), layer(head, training.headWeight().applyAsDouble(head)), top.name());
      multiplyAdds += (long) top.channels() * head.size();
    }
    graph.setOutputs(outputs.toArray(String[]::new));
    return new Network(spec, graph.build(), features.attention().map(Map::name), multiplyAdds);
  }

  private static OutputLayer layer(Head head, double weight) {
    return switch (head) {
      case VOTES -> softmax(head.size(), weight);
      case FACE ->
          output(head.size(), new LossBinaryXENT(weights(head.size(), weight)), Activation.SIGMOID);
    };
  }

  /** A softmax whose loss weighs so much; a target row of zeros counts for nothing. */
  private static OutputLayer softmax(int size, double weight) {
    return output(size, new LossMCXENT(weights(size, weight)), Activation.SOFTMAX);
  }

  private static INDArray weights(int size, double weight) {
    return Nd4j.valueArrayOf(1, size, weight);
  }

  private static OutputLayer output(int size, ILossFunction loss, Activation activation) {
    return new OutputLayer.Builder(loss)
        .activation(activation)
        .weightInit(WeightInit.XAVIER)
        .nOut(size)
        .build();
  }
}
