package ferlive.app.onnx;

import ferlive.app.fuzz.Messages;

/** Models, for both kinds of networks. */
public final class OnnxScanFuzz {
  private OnnxScanFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    for (OnnxOperators allowed : OnnxOperators.values()) {
      try {
        OnnxScan.check(data, allowed);
      } catch (OnnxFault e) {
        Messages.check(e.getMessage());
      }
    }
  }
}
