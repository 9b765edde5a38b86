package ferlive.trainer.net;

import ferlive.trainer.layers.ChannelScaleVertex;
import ferlive.trainer.layers.FastActivation;
import ferlive.trainer.layers.FastBatchNorm;
import ferlive.trainer.layers.FastConvolution;
import ferlive.trainer.layers.FastUpsampling;
import ferlive.trainer.layers.GlobalAverageVertex;
import ferlive.trainer.layers.ResidualGateVertex;
import ferlive.trainer.layers.SelectVertex;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * Adds layers to a graph under names of its own and keeps count of multiply-adds.
 *
 * <p>Every method takes the maps that it reads and gives the map that it makes; a {@link Map} knows
 * its side and channels, so that a network reads like its description. Confined to one thread.
 */
final class GraphPlan {
  private final GraphBuilder graph;
  private int count;
  private long multiplyAdds;

  GraphPlan(GraphBuilder graph) {
    this.graph = graph;
  }

  /**
   * A square feature map in the graph.
   *
   * @param name of the vertex that makes it
   * @param side in pixels; 0 for a vector
   * @param channels number of channels or of vector elements
   */
  record Map(String name, int side, int channels) {
    private long pixels() {
      return Math.max(1, (long) side * side);
    }
  }

  /** Multiply-adds for one picture, forward, of all that was added so far. */
  long multiplyAdds() {
    return multiplyAdds;
  }

  private String layer(String kind, Layer layer, Map x) {
    String name = kind + ++count;
    graph.addLayer(name, layer, x.name());
    return name;
  }

  private String vertex(String kind, GraphVertex vertex, Map... inputs) {
    String name = kind + ++count;
    String[] names = new String[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      names[i] = inputs[i].name();
    }
    graph.addVertex(name, vertex, names);
    return name;
  }

  private Map convolution(Map x, int channels, int kernel, int stride, boolean bias) {
    int side = (x.side() + stride - 1) / stride;
    FastConvolution layer = FastConvolution.of(channels, kernel, stride, bias);
    boolean first = x.name().equals(Network.INPUT);
    String name = layer("conv", first ? layer.ofNetworkInput() : layer, x);
    Map z = new Map(name, side, channels);
    multiplyAdds += z.pixels() * x.channels() * channels * kernel * kernel;
    return z;
  }

  /** Convolution without normalisation. */
  Map conv(Map x, int channels, int kernel) {
    return convolution(x, channels, kernel, 1, true);
  }

  /** Convolution without bias, to be normalised later. */
  Map bareConv(Map x, int channels, int kernel) {
    return convolution(x, channels, kernel, 1, false);
  }

  /** Convolution, batch normalisation, ReLU. */
  Map convBnRelu(Map x, int channels, int kernel, int stride) {
    return bnRelu(convolution(x, channels, kernel, stride, false));
  }

  Map convBnRelu(Map x, int channels, int kernel) {
    return convBnRelu(x, channels, kernel, 1);
  }

  /** Convolution, batch normalisation. */
  Map convBn(Map x, int channels, int kernel) {
    Map z = bareConv(x, channels, kernel);
    return new Map(layer("bn", FastBatchNorm.linear(), z), z.side(), z.channels());
  }

  Map bnRelu(Map x) {
    return new Map(layer("bn", FastBatchNorm.relu(), x), x.side(), x.channels());
  }

  Map relu(Map x) {
    return new Map(layer("relu", FastActivation.relu(), x), x.side(), x.channels());
  }

  Map sigmoid(Map x) {
    return new Map(layer("sigmoid", FastActivation.sigmoid(), x), x.side(), x.channels());
  }

  Map maxPool(Map x) {
    return pool(x, PoolingType.MAX, 2);
  }

  /** Average over windows of {@code size} pixels, which divides the side. */
  Map averagePool(Map x, int size) {
    return pool(x, PoolingType.AVG, size);
  }

  private Map pool(Map x, PoolingType type, int size) {
    if (x.side() % size != 0) {
      throw new IllegalArgumentException("pooling by " + size + " does not divide " + x.side());
    }
    SubsamplingLayer layer =
        new SubsamplingLayer.Builder(type)
            .kernelSize(size, size)
            .stride(size, size)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new Map(layer("pool", layer, x), x.side() / size, x.channels());
  }

  /** Every pixel repeated {@code size} by {@code size} times. */
  Map upsample(Map x, int size) {
    return new Map(layer("up", FastUpsampling.of(size), x), x.side() * size, x.channels());
  }

  Map concat(Map... parts) {
    int channels = 0;
    for (Map part : parts) {
      channels += part.channels();
    }
    return new Map(vertex("concat", new MergeVertex(), parts), parts[0].side(), channels);
  }

  Map add(Map... parts) {
    String name = vertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), parts);
    return new Map(name, parts[0].side(), parts[0].channels());
  }

  Map globalAverage(Map x) {
    return new Map(vertex("gap", new GlobalAverageVertex(), x), 0, x.channels());
  }

  Map dense(Map x, int size, Activation activation) {
    multiplyAdds += (long) x.channels() * size;
    DenseLayer layer = new DenseLayer.Builder().nOut(size).activation(activation).build();
    return new Map(layer("dense", layer, x), 0, size);
  }

  /**
   * Dropout.
   *
   * @param rate probability to drop, 0..1
   */
  Map dropout(Map x, double rate) {
    // DL4J's argument is the probability to keep.
    return new Map(
        layer("dropout", new DropoutLayer.Builder(1 - rate).build(), x), 0, x.channels());
  }

  /** Features times 1 + gate. */
  Map gate(Map x, Map gate) {
    return new Map(vertex("gate", new ResidualGateVertex(), x, gate), x.side(), x.channels());
  }

  /** Squeeze and excitation: channel weights from the map's own means. */
  Map channelAttention(Map x, int hidden) {
    Map squeezed = dense(globalAverage(x), hidden, Activation.RELU);
    Map weights = dense(squeezed, x.channels(), Activation.SIGMOID);
    return new Map(vertex("scale", new ChannelScaleVertex(), x, weights), x.side(), x.channels());
  }

  /** Mix of three branches of one shape by logits {@code [3 channels]}. */
  Map select(Map a, Map b, Map c, Map logits) {
    return new Map(vertex("select", new SelectVertex(), a, b, c, logits), a.side(), a.channels());
  }
}
