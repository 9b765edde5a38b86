package ferlive.trainer.evaluate;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.CompletableFuture;

/** The process's one ONNX Runtime environment, which stays until the process ends. Thread-safe. */
final class OnnxEnvironment {
  /**
   * Of the thread that starts it. When it starts, ONNX Runtime 1.29 searches the program's command
   * line with a method that calls itself for every character, some 250 bytes each: a few thousand
   * characters overflow a usual stack, and the process dies. The system gives only what is used.
   */
  private static final long STACK = 512L << 20;

  private static OrtEnvironment environment;

  private OnnxEnvironment() {}

  /** The environment. Nobody closes it. */
  static synchronized OrtEnvironment get() {
    if (environment == null) {
      CompletableFuture<OrtEnvironment> started = new CompletableFuture<>();
      new Thread(null, () -> start(started), "onnx-start", STACK).start();
      environment = started.join();
    }
    return environment;
  }

  private static void start(CompletableFuture<OrtEnvironment> started) {
    try {
      NoTelemetry.request();
      // Every error also reaches the caller, so only fatal ones print.
      OrtEnvironment made =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "ferlive");
      made.setTelemetry(false);
      started.complete(made);
    } catch (OrtException | RuntimeException | Error e) {
      started.completeExceptionally(e);
    }
  }
}
