package ferlive.trainer.export;

import static ferlive.trainer.export.OnnxGraph.integer;
import static ferlive.trainer.export.OnnxGraph.ints;
import static ferlive.trainer.export.OnnxGraph.number;
import static ferlive.trainer.export.OnnxGraph.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ferlive.trainer.layers.FastActivation;
import ferlive.trainer.layers.FastBatchNorm;
import ferlive.trainer.layers.FastConvolution;
import ferlive.trainer.layers.FastUpsampling;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** One converter for each layer class. */
final class LayerConverters {
  private LayerConverters() {}

  /** DL4J's weights already are [out,in,kh,kw]. SAME puts the odd pixel of padding at the end. */
  static String convolution(FastConvolution layer, Site site) {
    int kernel = layer.getKernelSize()[0];
    int stride = layer.getStride()[0];
    long[] rows = samePadding(site.map().getHeight(), kernel, stride);
    long[] columns = samePadding(site.map().getWidth(), kernel, stride);
    List<String> inputs = new ArrayList<>();
    inputs.add(site.input(0));
    inputs.add(
        site.onnx().weights(site.named("w"), site.parameter("W"), site.parameter("W").shape()));
    if (layer.hasBias()) {
      inputs.add(
          site.onnx().weights(site.named("b"), site.parameter("b"), site.parameter("b").length()));
    }
    return site.onnx()
        .node(
            OnnxOp.CONV,
            site.name(),
            inputs,
            ints("kernel_shape", kernel, kernel),
            ints("strides", stride, stride),
            ints("pads", rows[0], columns[0], rows[1], columns[1]));
  }

  /** Pixels before and after. */
  private static long[] samePadding(long size, int kernel, int stride) {
    long steps = (size + stride - 1) / stride;
    long all = Math.max(0, (steps - 1) * stride + kernel - size);
    return new long[] {all / 2, all - all / 2};
  }

  static String batchNorm(FastBatchNorm layer, Site site) {
    List<String> inputs = new ArrayList<>();
    inputs.add(site.input(0));
    for (String key : List.of("gamma", "beta", "mean", "var")) {
      inputs.add(
          site.onnx().weights(site.named(key), site.parameter(key), site.parameter(key).length()));
    }
    String output = layer.rectified() ? site.named("linear") : site.name();
    site.onnx()
        .node(
            OnnxOp.BATCH_NORMALIZATION, output, inputs, number("epsilon", (float) layer.getEps()));
    return layer.rectified() ? site.onnx().node(OnnxOp.RELU, site.name(), List.of(output)) : output;
  }

  static String activation(FastActivation layer, Site site) {
    return activate(layer.getActivationFn(), site.input(0), site);
  }

  private static String activate(IActivation activation, String value, Site site) {
    if (activation instanceof ActivationIdentity) {
      return value;
    }
    if (activation instanceof ActivationReLU) {
      return site.onnx().node(OnnxOp.RELU, site.name(), List.of(value));
    }
    if (activation instanceof ActivationSigmoid) {
      return site.onnx().node(OnnxOp.SIGMOID, site.name(), List.of(value));
    }
    if (activation instanceof ActivationSoftmax) {
      return site.onnx().node(OnnxOp.SOFTMAX, site.name(), List.of(value), integer("axis", 1));
    }
    throw Converters.unknown(activation, site);
  }

  /** Windows that cover the map exactly, so that padding never counts. */
  static String pooling(SubsamplingLayer layer, Site site) {
    boolean max = layer.getPoolingType() == PoolingType.MAX;
    if (!max && layer.getPoolingType() != PoolingType.AVG) {
      throw Converters.unknown(layer, site);
    }
    AttributeProto kernel =
        ints("kernel_shape", layer.getKernelSize()[0], layer.getKernelSize()[1]);
    AttributeProto strides = ints("strides", layer.getStride()[0], layer.getStride()[1]);
    return site.onnx()
        .node(
            max ? OnnxOp.MAX_POOL : OnnxOp.AVERAGE_POOL,
            site.name(),
            List.of(site.input(0)),
            kernel,
            strides);
  }

  static String upsampling(FastUpsampling layer, Site site) {
    float[] scales = {1, 1, layer.getSize()[0], layer.getSize()[1]};
    // The second input, a region of interest, is not used by this mode and stays empty.
    List<String> inputs =
        List.of(site.input(0), "", site.onnx().floats(site.named("scales"), scales, scales.length));
    return site.onnx()
        .node(
            OnnxOp.RESIZE,
            site.name(),
            inputs,
            text("mode", "nearest"),
            text("coordinate_transformation_mode", "asymmetric"),
            text("nearest_mode", "floor"));
  }

  /** Dense and output layers: a matrix product and an activation. */
  static String dense(FeedForwardLayer layer, Site site) {
    List<String> inputs =
        List.of(
            site.input(0),
            site.onnx().weights(site.named("w"), site.parameter("W"), site.parameter("W").shape()),
            site.onnx()
                .weights(site.named("b"), site.parameter("b"), site.parameter("b").length()));
    IActivation activation =
        ((org.deeplearning4j.nn.conf.layers.BaseLayer) layer).getActivationFn();
    String product = activation instanceof ActivationIdentity ? site.name() : site.named("product");
    site.onnx().node(OnnxOp.GEMM, product, inputs);
    return activate(activation, product, site);
  }

  /** Dropout does nothing outside training. */
  static String dropout(DropoutLayer layer, Site site) {
    return site.input(0);
  }
}
