package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.net.Network;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of a model that rescales its probabilities, just ahead of their softmax. */
final class RescalingNodes {
  private static final String TEMPERATURE = "fer.temperature";
  private static final String SMOOTHING = "fer.smoothing";

  private static final String SMOOTHED = Network.OUTPUT + "/smoothed";
  private static final String SHARE = Network.OUTPUT + "/share";
  private static final String FLOOR = Network.OUTPUT + "/floor";
  private static final String APART = Network.OUTPUT + "/apart";
  private static final String LEFT = Network.OUTPUT + "/left";
  private static final String FLOORED = Network.OUTPUT + "/floored";
  private static final String UNSMOOTHED = Network.OUTPUT + "/unsmoothed";
  private static final String FACTOR = Network.OUTPUT + "/factor";
  private static final String CALIBRATED = Network.OUTPUT + "/calibrated";
  private static final Set<String> OWN =
      Set.of(SMOOTHED, SHARE, FLOOR, APART, LEFT, FLOORED, UNSMOOTHED, FACTOR, CALIBRATED);

  private RescalingNodes() {}

  /**
   * Puts a rescaling in.
   *
   * @param model without one
   * @param rescaling of no more than four decimals, as the metadata say it
   */
  static ModelProto in(ModelProto model, Rescaling rescaling, int classes) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    int softmax = softmax(graph);
    OnnxGraph added = new OnnxGraph("rescaling");
    String logits = graph.getNode(softmax).getInput(0);
    if (rescaling.smoothing() > 0) {
      logits = withoutSmoothing(added, logits, (float) (rescaling.smoothing() / classes));
    }
    String factor =
        added.floats(FACTOR, new float[] {(float) (1 / rescaling.temperature().value())});
    added.node(OnnxOp.MUL, CALIBRATED, List.of(logits, factor));
    graph.getNodeBuilder(softmax).setInput(0, CALIBRATED);
    GraphProto nodes = added.build();
    for (int i = 0; i < nodes.getNodeCount(); i++) {
      graph.addNode(softmax + i, nodes.getNode(i));
    }
    graph.addAllInitializer(nodes.getInitializerList());
    return with(model, graph, rescaling);
  }

  private static String withoutSmoothing(OnnxGraph added, String logits, float share) {
    added.node(OnnxOp.SOFTMAX, SMOOTHED, List.of(logits), OnnxGraph.integer("axis", 1));
    String shares = added.floats(SHARE, new float[] {share});
    String floor = added.floats(FLOOR, new float[] {(float) Rescaling.FLOOR});
    String apart = added.node(OnnxOp.SUB, APART, List.of(SMOOTHED, shares));
    String left = added.node(OnnxOp.RELU, LEFT, List.of(apart));
    String sum = added.node(OnnxOp.ADD, FLOORED, List.of(left, floor));
    return added.node(OnnxOp.LOG, UNSMOOTHED, List.of(sum));
  }

  /**
   * Takes the rescaling out again; a model that has none stays as it is.
   *
   * @throws IllegalArgumentException when no softmax makes the probabilities
   */
  static ModelProto out(ModelProto model) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    int softmax = softmax(graph);
    List<NodeProto> own =
        graph.getNodeList().stream().filter(node -> OWN.contains(node.getOutput(0))).toList();
    if (own.isEmpty()) {
      return model;
    }
    graph.getNodeBuilder(softmax).setInput(0, own.get(0).getInput(0));
    List<NodeProto> others =
        graph.getNodeList().stream().filter(node -> !OWN.contains(node.getOutput(0))).toList();
    graph.clearNode().addAllNode(others);
    var constants =
        graph.getInitializerList().stream().filter(it -> !OWN.contains(it.getName())).toList();
    graph.clearInitializer().addAllInitializer(constants);
    return with(model, graph, Rescaling.NONE);
  }

  private static ModelProto with(ModelProto model, GraphProto.Builder graph, Rescaling rescaling) {
    Map<String, String> entries = ModelProperties.of(model);
    entries.put(TEMPERATURE, figure(rescaling.temperature().value()));
    entries.put(SMOOTHING, figure(rescaling.smoothing()));
    ModelProto.Builder changed = model.toBuilder().setGraph(graph);
    ModelProperties.set(changed, entries);
    return changed.build();
  }

  /** A figure as the metadata say it. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static int softmax(GraphProto.Builder graph) {
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      if (node.getOutputList().contains(Network.OUTPUT)
          && node.getOpType().equals(OnnxOp.SOFTMAX.type())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no softmax makes the probabilities");
  }
}
