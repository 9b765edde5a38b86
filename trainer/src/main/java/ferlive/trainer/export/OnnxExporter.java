package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import ferlive.trainer.train.TrainedNetwork;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Turns an NHWC DL4J graph into an NCHW ONNX model of the contract: raw gray levels in,
 * probabilities out, and where the network has one, its attention map.
 *
 * <p>Opset 17, ir_version 8, default domain. With one input channel NHWC and NCHW are the same
 * bytes, and every network averages over the picture before its dense layers, so nothing is ever
 * transposed.
 */
public final class OnnxExporter {
  /** Name of the attention output. */
  public static final String ATTENTION = "attention";

  private OnnxExporter() {}

  /**
   * The model of a training.
   *
   * @param day of the export
   * @param tool name and version of the program
   */
  public static ModelProto export(TrainedNetwork trained, LocalDate day, String tool) {
    return export(trained.network(), trained.graph(), ModelMetadata.of(trained, day, tool));
  }

  /**
   * The model.
   *
   * @param graph the network with its weights
   * @param metadata goes into the file as it is, in its order
   */
  public static ModelProto export(
      Network network, ComputationGraph graph, Map<String, String> metadata) {
    NetworkSpec spec = network.spec();
    OnnxGraph onnx = new OnnxGraph(spec.architecture().id());
    onnx.input(Network.INPUT, 1, spec.side(), spec.side());
    onnx.output(Network.OUTPUT, spec.classes());
    Map<String, InputType> types = types(network);
    Map<String, String> values = convert(onnx, network, graph, types);
    for (Head head : spec.heads()) {
      onnx.output(head.output(), head.size());
    }
    network
        .attention()
        .ifPresent(
            vertex -> {
              InputTypeConvolutional map = (InputTypeConvolutional) types.get(vertex);
              onnx.node(
                  OnnxOp.REDUCE_MEAN,
                  ATTENTION,
                  List.of(values.get(vertex)),
                  OnnxGraph.ints("axes", 1),
                  OnnxGraph.integer("keepdims", 1));
              onnx.output(ATTENTION, 1, map.getHeight(), map.getWidth());
            });
    return onnx.model(metadata);
  }

  private static Map<String, InputType> types(Network network) {
    InputType input =
        InputType.convolutional(network.spec().side(), network.spec().side(), 1, CNN2DFormat.NHWC);
    Map<String, InputType> types =
        new HashMap<>(network.configuration().getLayerActivationTypes(true, input));
    types.put(Network.INPUT, input);
    return types;
  }

  /** Adds every vertex in topological order and gives the ONNX value of each. */
  private static Map<String, String> convert(
      OnnxGraph onnx, Network network, ComputationGraph graph, Map<String, InputType> types) {
    ComputationGraphConfiguration configuration = network.configuration();
    Map<String, String> values = new HashMap<>();
    values.put(Network.INPUT, standardized(onnx));
    for (int index : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[index].getVertexName();
      if (name.equals(Network.INPUT)) {
        continue;
      }
      List<String> sources = configuration.getVertexInputs().get(name);
      List<String> inputs = sources.stream().map(values::get).toList();
      Site site = new Site(onnx, graph, name, inputs, types.get(sources.get(0)));
      values.put(name, Converters.convert(configuration.getVertices().get(name), site));
    }
    return values;
  }

  /** The graph takes raw gray levels, so that no caller can standardise them wrongly. */
  private static String standardized(OnnxGraph onnx) {
    String mean = onnx.floats("mean", new float[] {(float) Network.MEAN});
    String scale = onnx.floats("scale", new float[] {(float) (1 / Network.DEVIATION)});
    String centred = onnx.node(OnnxOp.SUB, "centred", List.of(Network.INPUT, mean));
    return onnx.node(OnnxOp.MUL, "standardized", List.of(centred, scale));
  }
}
