package ferlive.app.classify;

import java.util.List;

/**
 * What a model promises: the parts of the model contract, version 1, that this program uses.
 *
 * <p><b>Shapes</b>: input {@code face} float32 [N,1,side,side], gray levels 0..255, N free; output
 * {@code probabilities} float32 [N,K], K the number of labels; and in some models {@code attention}
 * float32 [N,1,h,w], 0..1, where the network looked, and {@code is_face} float32 [N,1], 0..1,
 * whether the picture is a face at all.
 *
 * @param side of a face in pixels
 * @param labels column names of the output, in order
 * @param architecture the network's name; "unknown" where the model does not say
 * @param cropSide side of the square to cut, in units of FER2013's framing
 * @param attentionWidth columns of the attention output; 0 where there is none of a fixed size
 * @param attentionHeight its rows; 0 as above
 * @param faceThreshold what {@code is_face} reaches for a face, above 0 up to 1; 0 where the model
 *     takes every picture for one
 */
public record ModelContract(
    int side,
    List<String> labels,
    String architecture,
    double cropSide,
    int attentionWidth,
    int attentionHeight,
    double faceThreshold) {
  /** Name of the input. */
  static final String INPUT = "face";

  /** Name of the output that every model has. */
  static final String OUTPUT = "probabilities";

  /** Name of the output that says where the network looked. */
  static final String ATTENTION = "attention";

  /** Name of the output that tells faces from other things. */
  static final String FACE = "is_face";

  public ModelContract {
    labels = List.copyOf(labels);
  }

  /** Whether the model says where it looked. */
  public boolean hasAttention() {
    return attentionWidth > 0 && attentionHeight > 0;
  }

  /** Whether the model tells faces from other things. */
  boolean tellsFaces() {
    return faceThreshold > 0;
  }

  /** How many values the attention of one face has. */
  int attentionValues() {
    return attentionWidth * attentionHeight;
  }
}
