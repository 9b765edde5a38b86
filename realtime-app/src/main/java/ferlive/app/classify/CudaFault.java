package ferlive.app.classify;

import ai.onnxruntime.OrtException;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one sentence why CUDA does not work; ONNX Runtime says it in a page. */
final class CudaFault {
  private static final Pattern LIBRARY =
      Pattern.compile("(lib[\\w+-]+\\.so[.\\d]*): cannot open shared object file");
  private static final Pattern WINDOWS_LIBRARY = Pattern.compile("depends on \"?([\\w.-]+\\.dll)");
  private static final Pattern FAILURE = Pattern.compile("CUDA failure \\d+: ([^;\\n]+)");
  private static final String NOT_LOADED = "Failed to load shared library";
  private static final int LONGEST = 160;

  private CudaFault() {}

  static AppException exception(OrtException cause) {
    return new AppException(
        ExitCode.DEVICE, "CUDA cannot be used: " + reason(cause.getMessage()), cause);
  }

  static String reason(String message) {
    for (Pattern missing : new Pattern[] {LIBRARY, WINDOWS_LIBRARY}) {
      Matcher library = missing.matcher(message);
      if (library.find()) {
        return library.group(1) + " is missing; install the NVIDIA driver and CUDA 12";
      }
    }
    if (message.contains(NOT_LOADED)) {
      return "ONNX Runtime's CUDA library cannot be loaded; it needs an NVIDIA driver and CUDA 12"
          + " (cudart, cublas, cublasLt, curand)";
    }
    Matcher failure = FAILURE.matcher(message);
    if (failure.find()) {
      return failure.group(1).strip();
    }
    String line = message.strip().lines().findFirst().orElse("no reason given");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
