package ferlive.app.onnx;

/** What is wrong with a model; the message reads on after "model file FILE". */
final class OnnxFault extends Exception {
  OnnxFault(String message) {
    super(message);
  }
}
