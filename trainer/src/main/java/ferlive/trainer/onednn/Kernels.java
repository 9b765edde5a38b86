package ferlive.trainer.onednn;

/**
 * Primitives of oneDNN for arrays of one shape. They take milliseconds to make, and are closed by
 * whom they were made; what nobody closes is freed with the object, as ND4J frees arrays. Confined
 * to one thread.
 */
public sealed interface Kernels extends AutoCloseable
    permits ConvolutionKernels, NormalizationKernels, ActivationKernels {
  /** Frees native memory. No kernel may run any more. */
  @Override
  void close();
}
