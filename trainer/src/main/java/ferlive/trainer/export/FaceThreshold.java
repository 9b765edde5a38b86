package ferlive.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * From which answer of its {@code is_face} output on a model takes a picture for a face.
 *
 * <p>The highest that loses no more than two faces of PublicTest in a hundred. Of FER2013's
 * pictures about one in a hundred shows no face, so hardly a face is lost; an even chance would let
 * through several times as much of what is none.
 *
 * @param value 0..1
 * @param kept share of the faces of PublicTest that reach it
 */
public record FaceThreshold(double value, double kept) {
  static final String KEY = "fer.face.threshold";
  private static final double LOST = 0.02;

  /**
   * The threshold of a model.
   *
   * @param answers of its head for faces, one value each, 0..1, at least one
   */
  public static FaceThreshold of(float[][] answers) {
    float[] sorted = new float[answers.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = answers[i][0];
    }
    Arrays.sort(sorted);
    // What is written is what is compared with, so it is rounded down at once.
    double value = Math.floor(sorted[(int) (LOST * sorted.length)] * 1e4) / 1e4;
    int below = 0;
    for (float answer : sorted) {
      below += answer < value ? 1 : 0;
    }
    return new FaceThreshold(value, 1 - (double) below / sorted.length);
  }

  /** The model with the threshold among what it says of itself. */
  public ModelProto in(ModelProto model) {
    Map<String, String> entries = ModelProperties.of(model);
    entries.put(KEY, String.format(Locale.ROOT, "%.4f", value));
    ModelProto.Builder changed = model.toBuilder();
    ModelProperties.set(changed, entries);
    return changed.build();
  }
}
