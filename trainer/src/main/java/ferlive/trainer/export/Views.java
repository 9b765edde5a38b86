package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The views of a face that an ensemble averages over: the face as it is, always, and others.
 *
 * @param mirrored whether each view's mirror image is one, too
 * @param closer whether the face without a twenty-fourth of its side at each border, enlarged to
 *     its size, is one
 */
public record Views(boolean mirrored, boolean closer) {
  private static final double BORDER = 1.0 / 24;

  /** The face as it is, alone. */
  public static Views one() {
    return new Views(false, false);
  }

  /** How many there are. */
  int count() {
    return (mirrored ? 2 : 1) * (closer ? 2 : 1);
  }

  /**
   * Adds the views of a batch of faces to a graph.
   *
   * @param side of a face in pixels
   * @return name of all views in one batch: first all faces as they are, then the next view
   */
  String of(OnnxGraph onnx, String faces, long side) {
    String views = faces;
    if (closer) {
      views = onnx.node(OnnxOp.CONCAT, "nearer", List.of(faces, closer(onnx, faces, side)), rows());
    }
    if (mirrored) {
      long[] backwards = LongStream.range(0, side).map(x -> side - 1 - x).toArray();
      String mirror = pick(onnx, views, "mirrored", backwards, 3);
      views = onnx.node(OnnxOp.CONCAT, "views", List.of(views, mirror), rows());
    }
    return views;
  }

  private static String closer(OnnxGraph onnx, String faces, long side) {
    long border = Math.max(1, Math.round(side * BORDER));
    long[] inner = LongStream.range(border, side - border).toArray();
    String rows = pick(onnx, faces, "closer/rows", inner, 2);
    String cut = pick(onnx, rows, "closer/cut", inner, 3);
    float scale = scale(inner.length, side);
    // The second input, a region of interest, is not used by this mode and stays empty.
    String scales = onnx.floats("closer/scales", new float[] {1, 1, scale, scale}, 4);
    return onnx.node(
        OnnxOp.RESIZE,
        "closer",
        List.of(cut, "", scales),
        OnnxGraph.text("mode", "linear"),
        OnnxGraph.text("coordinate_transformation_mode", "half_pixel"));
  }

  /** The smallest enlargement that gives the wanted side, of which ONNX takes the whole part. */
  private static float scale(long from, long to) {
    float scale = (float) to / from;
    while ((long) ((double) from * scale) < to) {
      scale = Math.nextUp(scale);
    }
    return scale;
  }

  private static String pick(OnnxGraph onnx, String value, String name, long[] places, long axis) {
    String indices = onnx.integers(name + "/places", places);
    return onnx.node(OnnxOp.GATHER, name, List.of(value, indices), OnnxGraph.integer("axis", axis));
  }

  private static AttributeProto rows() {
    return OnnxGraph.integer("axis", 0);
  }
}
