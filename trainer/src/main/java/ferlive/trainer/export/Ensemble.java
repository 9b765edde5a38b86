package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Several models as one: the mean of their probabilities, in one graph of the same contract. Other
 * outputs are the mean of the members that have them; the attention is that of the first.
 *
 * <p>With more than one view of a face, all go through every member as rows of one batch, and the
 * mean is over them, too.
 */
public final class Ensemble {
  private final OnnxGraph onnx = new OnnxGraph("ensemble");
  private final List<EnsembleMember> members;
  private final Views views;

  private Ensemble(List<EnsembleMember> members, Views views) {
    this.members = members;
    this.views = views;
  }

  /**
   * Joins models of the same labels and input size.
   *
   * @param members at least one
   * @param views of each face to average over
   * @param metadata of the new model
   */
  public static ModelProto join(
      List<EnsembleMember> members, Views views, Map<String, String> metadata) {
    return new Ensemble(members, views).join(metadata);
  }

  private ModelProto join(Map<String, String> metadata) {
    long side = members.get(0).side();
    onnx.input(Network.INPUT, 1, side, side);
    String faces = views.of(onnx, Network.INPUT, side);
    for (int i = 0; i < members.size(); i++) {
      String prefix = prefix(i);
      onnx.addAll(
          members.get(i).graph(),
          name -> name.equals(Network.INPUT) ? faces : name.isEmpty() ? name : prefix + name);
    }
    // A logarithm and a softmax leave the mean as it is, and give it logits to calibrate.
    onnx.node(OnnxOp.LOG, "logits", List.of(mean(Network.OUTPUT, "mean")));
    onnx.node(OnnxOp.SOFTMAX, Network.OUTPUT, List.of("logits"), OnnxGraph.integer("axis", 1));
    onnx.output(Network.OUTPUT, members.get(0).output(Network.OUTPUT).orElseThrow());
    for (Head head : Head.values()) {
      if (holders(head.output()).length > 0) {
        mean(head.output(), head.output());
        onnx.output(head.output(), head.size());
      }
    }
    addAttention();
    return onnx.model(metadata);
  }

  private static String prefix(int member) {
    return "member" + member + "/";
  }

  /** The members that have an output. */
  private int[] holders(String output) {
    return IntStream.range(0, members.size())
        .filter(i -> members.get(i).output(output).isPresent())
        .toArray();
  }

  /** The mean of one output of the members that have it, over the views where there are several. */
  private String mean(String output, String name) {
    int[] holders = holders(output);
    String sum = prefix(holders[0]) + output;
    for (int i = 1; i < holders.length; i++) {
      sum = onnx.node(OnnxOp.ADD, name + "/sum" + i, List.of(sum, prefix(holders[i]) + output));
    }
    String share = onnx.floats(name + "/share", new float[] {1f / holders.length});
    boolean several = views.count() > 1;
    String mean = several ? name + "/views" : name;
    onnx.node(OnnxOp.MUL, mean, List.of(sum, share));
    if (several) {
      long[] width = members.get(holders[0]).output(output).orElseThrow();
      onnx.node(
          OnnxOp.REDUCE_MEAN,
          name,
          List.of(apart(mean, name + "/apart", width)),
          OnnxGraph.ints("axes", 0),
          OnnxGraph.integer("keepdims", 0));
    }
    return name;
  }

  /** The rows of the views one behind the other become a dimension of their own. */
  private String apart(String value, String name, long... dimensions) {
    long[] shape =
        LongStream.concat(LongStream.of(views.count(), -1), LongStream.of(dimensions)).toArray();
    return onnx.node(OnnxOp.RESHAPE, name, List.of(value, onnx.integers(name + "/shape", shape)));
  }

  /** The attention of the first member that has one, for the face as it is. */
  private void addAttention() {
    int[] holders = holders(OnnxExporter.ATTENTION);
    if (holders.length == 0) {
      return;
    }
    long[] map = members.get(holders[0]).output(OnnxExporter.ATTENTION).orElseThrow();
    String value = prefix(holders[0]) + OnnxExporter.ATTENTION;
    if (views.count() > 1) {
      String rows = apart(value, "attention/apart", map);
      String face = onnx.integerScalar("attention/face", 0);
      onnx.node(
          OnnxOp.GATHER, OnnxExporter.ATTENTION, List.of(rows, face), OnnxGraph.integer("axis", 0));
    } else {
      String shape = onnx.integers("attention/shape", -1, map[0], map[1], map[2]);
      onnx.node(OnnxOp.RESHAPE, OnnxExporter.ATTENTION, List.of(value, shape));
    }
    onnx.output(OnnxExporter.ATTENTION, map);
  }
}
