package ferlive.app.classify;

import java.util.List;

/**
 * What a model promises: the parts of the model contract, version 1, that this program uses.
 *
 * <p><b>Shapes</b>: input {@code face} float32 [N,1,side,side], gray levels 0..255, N free; output
 * {@code probabilities} float32 [N,K], K the number of labels.
 *
 * @param side of a face in pixels
 * @param labels column names of the output, in order
 * @param architecture the network's name; "unknown" where the model does not say
 * @param cropSide side of the square to cut, in units of FER2013's framing
 */
public record ModelContract(int side, List<String> labels, String architecture, double cropSide) {
  /** Name of the input. */
  static final String INPUT = "face";

  /** Name of the output that every model has. */
  static final String OUTPUT = "probabilities";

  public ModelContract {
    labels = List.copyOf(labels);
  }
}
