package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CudaFaultTest {
  @Test
  void reason_namesTheMissingLibrary() {
    String message =
        "Error code - ORT_EP_FAIL - message: Failed to load library libonnxruntime_providers_cuda.so"
            + " with error: libcublasLt.so.12: cannot open shared object file: No such file";

    assertThat(CudaFault.reason(message))
        .isEqualTo("libcublasLt.so.12 is missing; install the NVIDIA driver and CUDA 12");
  }

  @Test
  void reason_saysWhatIsNeededWithoutAnyOfIt() {
    String message =
        "Error code - ORT_FAIL - message: OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to"
            + " load shared library";

    assertThat(CudaFault.reason(message)).contains("NVIDIA driver").contains("CUDA 12");
  }

  @Test
  void reason_takesTheDriversOwnWords() {
    String message =
        "void onnxruntime::CudaCall(...) CUDA failure 35: CUDA driver version is insufficient for"
            + " CUDA runtime version ; GPU=-1 ; hostname=pc ; file=cuda_execution_provider.cc";

    assertThat(CudaFault.reason(message))
        .isEqualTo("CUDA driver version is insufficient for CUDA runtime version");
  }

  @Test
  void reason_shortensAnythingElseToOneLine() {
    assertThat(CudaFault.reason("x".repeat(500) + "\nmore")).hasSizeLessThan(200).endsWith("…");
    assertThat(CudaFault.reason("")).isEqualTo("no reason given");
  }
}
