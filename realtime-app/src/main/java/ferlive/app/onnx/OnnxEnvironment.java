package ferlive.app.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ferlive.app.platform.NativeEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The process's one ONNX Runtime environment, which stays until the process ends.
 *
 * <p><b>Threading</b>: thread-safe.
 */
public final class OnnxEnvironment {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final long STACK = 1 << 20;

  /** Four times what was seen. */
  private static final long STACK_PER_CHARACTER = 1024;

  /**
   * Keeps ONNX Runtime 1.29 from giving this machine a number, which it writes to the user's cache
   * folder, and from sending its makers word of each start. It looks once, before {@link
   * OrtEnvironment#setTelemetry} can be called.
   */
  private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

  private static OrtEnvironment environment;

  private OnnxEnvironment() {}

  /** The environment. Nobody closes it. */
  public static synchronized OrtEnvironment get() {
    if (environment == null) {
      environment = create();
    }
    return environment;
  }

  /**
   * When it starts, ONNX Runtime 1.29 searches the program's own command line with a method that
   * calls itself for every character: 50 paths overflow the main thread's stack, and the process
   * dies. So it starts on a thread that has stack enough.
   */
  private static OrtEnvironment create() {
    NativeEnvironment.setDefault(NO_TELEMETRY, "1");
    FutureTask<OrtEnvironment> task =
        new FutureTask<>(
            () -> {
              // Every error also reaches the caller, so only fatal ones print.
              OrtEnvironment started =
                  OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "ferlive");
              started.setTelemetry(false);
              return started;
            });
    Thread thread = new Thread(null, task, "onnx-start", STACK + STACK_PER_CHARACTER * length());
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime cannot be started", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ONNX Runtime starts", e);
    }
  }

  private static long length() {
    try {
      return Files.exists(COMMAND_LINE) ? Files.readAllBytes(COMMAND_LINE).length : 0;
    } catch (IOException e) {
      // It cannot be read there either, then.
      return 0;
    }
  }
}
