/**
 * DL4J layers and vertices of our own, all NHWC ({@code [N,H,W,C]}).
 *
 * <p>DL4J 1.0.0-M2.1 runs its own convolution as im2col and gemm and its batch normalisation as
 * generic loops, 20 to 40 times slower than the machine can; these classes call the {@code conv2d},
 * {@code batchnorm} and pooling operators, which oneDNN (CPU) and cuDNN (GPU) implement. Each keeps
 * the parameters and the JSON form of what it extends, is checked by numeric gradients in the
 * tests, and is confined to the thread that runs its graph.
 */
package ferlive.trainer.layers;
