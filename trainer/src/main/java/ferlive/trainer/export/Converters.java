package ferlive.trainer.export;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.layers.ChannelScaleVertex;
import ferlive.trainer.layers.FastActivation;
import ferlive.trainer.layers.FastBatchNorm;
import ferlive.trainer.layers.FastConvolution;
import ferlive.trainer.layers.FastUpsampling;
import ferlive.trainer.layers.GlobalAverageVertex;
import ferlive.trainer.layers.ResidualGateVertex;
import ferlive.trainer.layers.SelectVertex;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** The converters, by exact class: a subclass may compute something else. */
final class Converters {
  private static final Map<Class<?>, Converter<?>> BY_CLASS = new HashMap<>();

  static {
    put(FastConvolution.class, LayerConverters::convolution);
    put(FastBatchNorm.class, LayerConverters::batchNorm);
    put(FastActivation.class, LayerConverters::activation);
    put(SubsamplingLayer.class, LayerConverters::pooling);
    put(FastUpsampling.class, LayerConverters::upsampling);
    put(DenseLayer.class, LayerConverters::dense);
    put(OutputLayer.class, LayerConverters::dense);
    put(DropoutLayer.class, LayerConverters::dropout);
    put(ElementWiseVertex.class, VertexConverters::elementWise);
    put(MergeVertex.class, VertexConverters::concatenation);
    put(GlobalAverageVertex.class, VertexConverters::globalAverage);
    put(ChannelScaleVertex.class, VertexConverters::channelScale);
    put(ResidualGateVertex.class, VertexConverters::residualGate);
    put(SelectVertex.class, VertexConverters::selection);
  }

  private Converters() {}

  private static <T> void put(Class<T> type, Converter<T> converter) {
    BY_CLASS.put(type, converter);
  }

  /**
   * Writes a vertex of the graph and gives the name of its value.
   *
   * @throws TrainerException with MODEL when there is no ONNX form for it
   */
  static String convert(GraphVertex vertex, Site site) {
    if (vertex instanceof LayerVertex layer) {
      if (layer.getPreProcessor() != null) {
        throw unknown(layer.getPreProcessor(), site);
      }
      return apply(layer.getLayerConf().getLayer(), site);
    }
    return apply(vertex, site);
  }

  @SuppressWarnings("unchecked") // put() pairs a class with its own converter
  private static <T> String apply(T what, Site site) {
    Converter<T> converter = (Converter<T>) BY_CLASS.get(what.getClass());
    if (converter == null) {
      throw unknown(what, site);
    }
    return converter.convert(what, site);
  }

  static TrainerException unknown(Object what, Site site) {
    return new TrainerException(
        ExitCode.MODEL,
        "no ONNX form is known for " + what.getClass().getName() + " at " + site.name());
  }
}
