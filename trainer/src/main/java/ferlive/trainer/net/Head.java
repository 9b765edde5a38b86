package ferlive.trainer.net;

/** An output that a network may have beside the probabilities of the labels. */
public enum Head {
  /** Distribution of crowd votes over eight expressions, {@code [N,8]}, softmax. */
  VOTES("votes", 8),
  /**
   * Whether the picture is a face at all, {@code [N,1]}, sigmoid. Its name is not {@code face}, as
   * that of the input is: in ONNX a name stands for one value.
   */
  FACE("is_face", 1);

  private final String output;
  private final int size;

  Head(String output, int size) {
    this.output = output;
    this.size = size;
  }

  /** Name of the output. */
  public String output() {
    return output;
  }

  /** Number of values for one face. */
  public int size() {
    return size;
  }
}
