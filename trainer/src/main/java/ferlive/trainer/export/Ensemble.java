package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ferlive.trainer.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Several models as one: the mean of their probabilities, in one graph of the same contract.
 *
 * <p>With the mirrored view, each face and its mirror image go through every member as two rows of
 * one batch, and the mean is over both.
 */
public final class Ensemble {
  /** Crowd votes, where all members have them. */
  private static final String VOTES = "votes";

  /** The two views of a face, ahead of the batch; the batch's size is what is left. */
  private static final long[] VIEWS = {2, -1};

  private final OnnxGraph onnx = new OnnxGraph("ensemble");
  private final List<EnsembleMember> members;
  private final boolean mirrored;

  private Ensemble(List<EnsembleMember> members, boolean mirrored) {
    this.members = members;
    this.mirrored = mirrored;
  }

  /**
   * Joins models of the same labels and input size.
   *
   * @param members at least one
   * @param mirrored whether the mirrored view is included
   * @param metadata of the new model
   */
  public static ModelProto join(
      List<EnsembleMember> members, boolean mirrored, Map<String, String> metadata) {
    return new Ensemble(members, mirrored).join(metadata);
  }

  private ModelProto join(Map<String, String> metadata) {
    long side = members.get(0).side();
    onnx.input(Network.INPUT, 1, side, side);
    String faces = mirrored ? bothViews(side) : Network.INPUT;
    for (int i = 0; i < members.size(); i++) {
      String prefix = prefix(i);
      onnx.addAll(
          members.get(i).graph(),
          name -> name.equals(Network.INPUT) ? faces : name.isEmpty() ? name : prefix + name);
    }
    // A logarithm and a softmax leave the mean as it is, and give it logits to calibrate.
    onnx.node(OnnxOp.LOG, "logits", List.of(mean(Network.OUTPUT, "mean")));
    onnx.node(OnnxOp.SOFTMAX, Network.OUTPUT, List.of("logits"), OnnxGraph.integer("axis", 1));
    onnx.output(Network.OUTPUT, width(Network.OUTPUT));
    if (members.stream().allMatch(member -> member.output(VOTES).isPresent())) {
      mean(VOTES, VOTES);
      onnx.output(VOTES, width(VOTES));
    }
    addAttention();
    return onnx.model(metadata);
  }

  private static String prefix(int member) {
    return "member" + member + "/";
  }

  private long width(String output) {
    return members.get(0).output(output).orElseThrow()[0];
  }

  private String bothViews(long side) {
    long[] backwards = LongStream.range(0, side).map(x -> side - 1 - x).toArray();
    onnx.node(
        OnnxOp.GATHER,
        "mirrored",
        List.of(Network.INPUT, onnx.integers("backwards", backwards)),
        OnnxGraph.integer("axis", 3));
    return onnx.node(
        OnnxOp.CONCAT, "views", List.of(Network.INPUT, "mirrored"), OnnxGraph.integer("axis", 0));
  }

  /** The mean of one output of all members, over both views where there are two. */
  private String mean(String output, String name) {
    String sum = prefix(0) + output;
    for (int i = 1; i < members.size(); i++) {
      sum = onnx.node(OnnxOp.ADD, name + "/sum" + i, List.of(sum, prefix(i) + output));
    }
    String share = onnx.floats(name + "/share", new float[] {1f / members.size()});
    String mean = mirrored ? name + "/views" : name;
    onnx.node(OnnxOp.MUL, mean, List.of(sum, share));
    if (mirrored) {
      onnx.node(
          OnnxOp.REDUCE_MEAN,
          name,
          List.of(apart(mean, name + "/apart", width(output))),
          OnnxGraph.ints("axes", 0),
          OnnxGraph.integer("keepdims", 0));
    }
    return name;
  }

  /** The rows of the two views one behind the other become a dimension of their own. */
  private String apart(String value, String name, long... dimensions) {
    long[] shape = LongStream.concat(LongStream.of(VIEWS), LongStream.of(dimensions)).toArray();
    return onnx.node(OnnxOp.RESHAPE, name, List.of(value, onnx.integers(name + "/shape", shape)));
  }

  /** The attention of the first member that has one, for the face as it is. */
  private void addAttention() {
    for (int i = 0; i < members.size(); i++) {
      long[] map = members.get(i).output(OnnxExporter.ATTENTION).orElse(new long[0]);
      if (map.length == 0) {
        continue;
      }
      String value = prefix(i) + OnnxExporter.ATTENTION;
      List<String> first = new ArrayList<>();
      if (mirrored) {
        first.add(apart(value, "attention/apart", map));
        first.add(onnx.integerScalar("attention/view", 0));
        onnx.node(OnnxOp.GATHER, OnnxExporter.ATTENTION, first, OnnxGraph.integer("axis", 0));
      } else {
        first.add(value);
        first.add(onnx.integers("attention/shape", -1, map[0], map[1], map[2]));
        onnx.node(OnnxOp.RESHAPE, OnnxExporter.ATTENTION, first);
      }
      onnx.output(OnnxExporter.ATTENTION, map);
      return;
    }
  }
}
