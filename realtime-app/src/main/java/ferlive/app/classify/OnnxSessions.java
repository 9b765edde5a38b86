package ferlive.app.classify;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.onnx.OnnxModels;
import ferlive.app.onnx.OnnxOperators;

/**
 * Opens ONNX Runtime sessions on the device that is wanted.
 *
 * <p><b>Threading</b>: thread-safe. <b>Ownership</b>: the caller closes the session; the
 * environment is the process's and stays.
 */
final class OnnxSessions {
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
    return OnnxModels.open(model.asset(), OnnxOperators.EXPRESSION, threads, cuda);
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
    return model.asset().refused("is no ONNX model that can be run", e);
  }
}
