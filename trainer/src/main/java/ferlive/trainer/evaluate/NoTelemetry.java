package ferlive.trainer.evaluate;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Keeps ONNX Runtime 1.29 from giving this machine a number, which it writes to the user's cache
 * folder, and from sending its makers word of each start. It looks once, when its environment
 * starts, before its own switch can be turned.
 */
final class NoTelemetry {
  static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private NoTelemetry() {}

  /** Comes before ONNX Runtime starts. Windows has no such variable, and heeds the switch. */
  static void request() {
    if (System.getenv(VARIABLE) == null && !Platform.isWindows()) {
      Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, "1", 0});
    }
  }
}
