package ferlive.app.classify;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.onnx.OnnxEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens ONNX Runtime sessions: from bytes, without reading or writing any other file.
 *
 * <p><b>Threading</b>: thread-safe. <b>Ownership</b>: the caller closes the session; the
 * environment is the process's and stays.
 */
final class OnnxSessions {
  /**
   * Where a model's external data would be looked for. Without it, ONNX Runtime reads files that
   * the model names from the working directory; with an empty folder no such model loads.
   */
  private static final String EXTERNAL_DATA =
      "session.model_external_initializers_file_folder_path";

  /** Threads that spin while they wait for the next frame take a core from the other stages. */
  private static final String SPINNING = "session.intra_op.allow_spinning";

  private OnnxSessions() {}

  /**
   * Opens a model on the CPU.
   *
   * @throws AppException with MODEL when ONNX Runtime refuses it
   */
  static OrtSession onCpu(ModelFile model, int threads) {
    try {
      return open(model, threads, false);
    } catch (OrtException e) {
      throw refused(model, e);
    }
  }

  /**
   * Opens a model on the first CUDA device.
   *
   * @throws AppException with DEVICE when there is none that works, with MODEL when ONNX Runtime
   *     refuses the model
   */
  static OrtSession onCuda(ModelFile model, int threads) {
    if (!Device.isCudaBuilt()) {
      throw new AppException(
          ExitCode.DEVICE, "CUDA cannot be used: this build has none; build with -Dcuda");
    }
    try {
      return open(model, threads, true);
    } catch (OrtException e) {
      switch (e.getCode()) {
        case ORT_INVALID_GRAPH, ORT_INVALID_PROTOBUF -> throw refused(model, e);
        default -> throw CudaFault.exception(e);
      }
    }
  }

  private static OrtSession open(ModelFile model, int threads, boolean cuda) throws OrtException {
    Path empty = emptyFolder();
    try (SessionOptions options = new SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OptLevel.ALL_OPT);
      options.addConfigEntry(SPINNING, "0");
      options.addConfigEntry(EXTERNAL_DATA, empty.toString());
      if (cuda) {
        options.addCUDA(0);
      }
      return OnnxEnvironment.get().createSession(model.asset().bytes(), options);
    } finally {
      delete(empty);
    }
  }

  /** Closes a session, which fails only when it is closed already. */
  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot close the session", e);
    }
  }

  private static AppException refused(ModelFile model, OrtException e) {
    return new AppException(
        ExitCode.MODEL,
        "model file %s is no ONNX model that can be run".formatted(model.asset().path()),
        e);
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("ferlive-onnx");
    } catch (IOException e) {
      throw new AppException(ExitCode.OUTPUT, "cannot make a folder for temporary files", e);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Nothing is in it, and the system clears its temporary files.
      folder.toFile().deleteOnExit();
    }
  }
}
