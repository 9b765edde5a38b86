package ferlive.app.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ferlive.app.asset.AssetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one way from a file to ONNX Runtime: from bytes that {@link OnnxScan} has looked at, without
 * reading or writing any other file.
 *
 * <p><b>Threading</b>: thread-safe. <b>Ownership</b>: the caller closes the session.
 */
public final class OnnxModels {
  /**
   * Where a model's external data would be looked for. Without it, ONNX Runtime reads files that
   * the model names from the working directory; with an empty folder no such model loads.
   */
  private static final String EXTERNAL_DATA =
      "session.model_external_initializers_file_folder_path";

  /** Threads that spin while they wait for the next frame take a core from the other stages. */
  private static final String SPINNING = "session.intra_op.allow_spinning";

  private OnnxModels() {}

  /**
   * Opens a session.
   *
   * @param allowed operators
   * @param threads of the CPU that one run may use
   * @param cuda whether it is to run on the first CUDA device
   * @throws AppException with MODEL when the scan refuses the model
   * @throws OrtException when ONNX Runtime does
   */
  public static OrtSession open(AssetFile file, OnnxOperators allowed, int threads, boolean cuda)
      throws OrtException {
    OnnxScan.check(file, allowed);
    Path empty = emptyFolder();
    try (SessionOptions options = new SessionOptions()) {
      // It warns of weights that it has no use for.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OptLevel.ALL_OPT);
      options.addConfigEntry(SPINNING, "0");
      options.addConfigEntry(EXTERNAL_DATA, empty.toString());
      if (cuda) {
        options.addCUDA(0);
      }
      return OnnxEnvironment.get().createSession(file.bytes(), options);
    } finally {
      delete(empty);
    }
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
