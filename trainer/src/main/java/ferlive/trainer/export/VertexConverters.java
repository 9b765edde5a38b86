package ferlive.trainer.export;

import static ferlive.trainer.export.OnnxGraph.integer;

import ferlive.trainer.layers.ChannelScaleVertex;
import ferlive.trainer.layers.GlobalAverageVertex;
import ferlive.trainer.layers.ResidualGateVertex;
import ferlive.trainer.layers.SelectVertex;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** One converter for each vertex class. Channels are axis 1 here and the last in DL4J. */
final class VertexConverters {
  private VertexConverters() {}

  static String elementWise(ElementWiseVertex vertex, Site site) {
    if (vertex.getOp() != ElementWiseVertex.Op.Add) {
      throw Converters.unknown(vertex, site);
    }
    String sum = site.input(0);
    int last = site.inputs().size() - 1;
    for (int i = 1; i <= last; i++) {
      String output = i == last ? site.name() : site.named("sum" + i);
      sum = site.onnx().node(OnnxOp.ADD, output, List.of(sum, site.input(i)));
    }
    return sum;
  }

  static String concatenation(MergeVertex vertex, Site site) {
    return site.onnx().node(OnnxOp.CONCAT, site.name(), site.inputs(), integer("axis", 1));
  }

  static String globalAverage(GlobalAverageVertex vertex, Site site) {
    String means =
        site.onnx().node(OnnxOp.GLOBAL_AVERAGE_POOL, site.named("means"), List.of(site.input(0)));
    return site.onnx().node(OnnxOp.FLATTEN, site.name(), List.of(means), integer("axis", 1));
  }

  static String channelScale(ChannelScaleVertex vertex, Site site) {
    String shape = site.onnx().integers(site.named("shape"), 0, -1, 1, 1);
    String weights =
        site.onnx().node(OnnxOp.RESHAPE, site.named("weights"), List.of(site.input(1), shape));
    return site.onnx().node(OnnxOp.MUL, site.name(), List.of(site.input(0), weights));
  }

  static String residualGate(ResidualGateVertex vertex, Site site) {
    String gated = site.onnx().node(OnnxOp.MUL, site.named("gated"), site.inputs());
    return site.onnx().node(OnnxOp.ADD, site.name(), List.of(gated, site.input(0)));
  }

  static String selection(SelectVertex vertex, Site site) {
    OnnxGraph onnx = site.onnx();
    long channels = site.map().getChannels();
    String shape = onnx.integers(site.named("shape"), 0, SelectVertex.BRANCHES, channels, 1, 1);
    String logits =
        onnx.node(
            OnnxOp.RESHAPE,
            site.named("logits"),
            List.of(site.input(SelectVertex.BRANCHES), shape));
    String shares =
        onnx.node(OnnxOp.SOFTMAX, site.named("shares"), List.of(logits), integer("axis", 1));
    String sum = null;
    for (int i = 0; i < SelectVertex.BRANCHES; i++) {
      String index = onnx.integerScalar(site.named("index" + i), i);
      String share =
          onnx.node(
              OnnxOp.GATHER, site.named("share" + i), List.of(shares, index), integer("axis", 1));
      String part = onnx.node(OnnxOp.MUL, site.named("part" + i), List.of(site.input(i), share));
      if (sum == null) {
        sum = part;
      } else {
        String output = i == SelectVertex.BRANCHES - 1 ? site.name() : site.named("sum" + i);
        sum = onnx.node(OnnxOp.ADD, output, List.of(sum, part));
      }
    }
    return sum;
  }
}
