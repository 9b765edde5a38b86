package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ferlive.trainer.metrics.Evaluation;
import ferlive.trainer.metrics.Temperature;
import ferlive.trainer.net.Network;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A model whose logits are divided by a temperature fitted on PublicTest, and its figures there.
 *
 * @param model divides by itself, and says by how much
 * @param temperature the divisor
 * @param before figures without it
 * @param after figures with it
 */
public record Calibrated(
    ModelProto model, Temperature temperature, Evaluation before, Evaluation after) {
  private static final String KEY = "fer.temperature";
  private static final String CALIBRATED = Network.OUTPUT + "/calibrated";
  private static final String FACTOR = Network.OUTPUT + "/factor";

  /**
   * Fits the temperature and puts it into the graph.
   *
   * @param model without a temperature of its own
   * @param probabilities what it gives for the faces of PublicTest
   * @param truth classes of those faces
   */
  public static Calibrated of(ModelProto model, float[][] probabilities, int[] truth) {
    // The value in the file is the value in the graph: what is rounded for one is for the other.
    Temperature temperature =
        new Temperature(Double.parseDouble(figure(Temperature.fit(probabilities, truth).value())));
    Evaluation before = Evaluation.of(probabilities, truth);
    Evaluation after = Evaluation.of(temperature.apply(probabilities), truth);
    ModelProto.Builder changed = bake(model, temperature).toBuilder();
    Map<String, String> entries = ModelProperties.of(model);
    entries.put(KEY, figure(temperature.value()));
    entries.put("fer.metric.public.accuracy", figure(after.confusion().accuracy()));
    entries.put("fer.metric.public.macro-f1", figure(after.confusion().macroF1()));
    entries.put("fer.metric.public.ece", figure(after.calibration().error()));
    ModelProperties.set(changed, entries);
    return new Calibrated(changed.build(), temperature, before, after);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** Scales what goes into the softmax that makes the probabilities. */
  static ModelProto bake(ModelProto model, Temperature temperature) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    int softmax = softmax(graph);
    String logits = graph.getNode(softmax).getInput(0);
    OnnxGraph scaling = new OnnxGraph("scaling");
    scaling.floats(FACTOR, new float[] {(float) (1 / temperature.value())});
    scaling.node(OnnxOp.MUL, CALIBRATED, List.of(logits, FACTOR));
    graph.getNodeBuilder(softmax).setInput(0, CALIBRATED);
    graph.addNode(softmax, scaling.build().getNode(0));
    graph.addInitializer(scaling.build().getInitializer(0));
    return model.toBuilder().setGraph(graph).build();
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
