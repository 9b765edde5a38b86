package ferlive.app.classify;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;

/** What a network is asked to run on. */
public enum Device {
  /** CUDA where it works, else the CPU. */
  AUTO,
  CPU,
  /** CUDA or nothing: a machine without it is an error. */
  CUDA;

  /** Whether this build of ONNX Runtime has CUDA at all; says nothing of the machine. */
  static boolean isCudaBuilt() {
    return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
  }

  /** What to run on when nobody asked: a build without CUDA has nothing to try or to tell. */
  public static Device preferred() {
    return isCudaBuilt() ? AUTO : CPU;
  }
}
