package ferlive.trainer.onednn;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution and its gradients for maps of one size: square kernel and stride, SAME padding.
 *
 * <p><b>Shapes</b>: {@code x [N,H,W,in]}, {@code z [N,ceil(H/stride),ceil(W/stride),out]}, weights
 * {@code [out,in,k,k]}, bias {@code [out]}; floats. Arrays that are read may be views; those that
 * are written are dense.
 */
public final class ConvolutionKernels implements Kernels {
  private final Kernel forward;
  private final Kernel dataGradient;
  private final Kernel weightGradient;

  /**
   * What a convolution's kernels are made for.
   *
   * @param kernel side of the kernel
   * @param stride in pixels
   * @param input {@code [N,H,W,in]}
   * @param channels of the output
   * @param bias whether there is one
   */
  public record Shape(int kernel, int stride, Size input, long channels, boolean bias) {
    private long outputSide(long side) {
      return (side + stride - 1) / stride;
    }

    private long[] output() {
      return new long[] {
        input.count(), channels, outputSide(input.height()), outputSide(input.width())
      };
    }

    private long padding(long side) {
      return Math.max(0, (outputSide(side) - 1) * stride + kernel - side);
    }

    /** The smaller half goes before. */
    private long[] before() {
      return new long[] {padding(input.height()) / 2, padding(input.width()) / 2};
    }

    private long[] after() {
      long[] before = before();
      return new long[] {padding(input.height()) - before[0], padding(input.width()) - before[1]};
    }

    private long[] strides() {
      return new long[] {stride, stride};
    }
  }

  /** Makes the kernels. */
  public ConvolutionKernels(Shape shape) {
    try (PointerScope descriptions = OneDnn.scope()) {
      memory.desc x = OneDnn.floats(format_tag.nhwc, shape.input().sizes());
      memory.desc z = OneDnn.floats(format_tag.nhwc, shape.output());
      long[] sizes = {shape.channels(), shape.input().channels(), shape.kernel(), shape.kernel()};
      memory.desc weights = OneDnn.floats(format_tag.oihw, sizes);
      // oneDNN orders the weights as its kernels like them best; to bring them there costs little.
      memory.desc chosen = OneDnn.floats(format_tag.any, sizes);
      memory.desc bias =
          shape.bias() ? OneDnn.floats(format_tag.x, shape.channels()) : new memory.desc();
      int direct = algorithm.convolution_direct.value;
      long[] strides = shape.strides();
      long[] before = shape.before();
      long[] after = shape.after();
      int training = prop_kind.forward_training.value;
      var way =
          new convolution_forward.primitive_desc(
              new convolution_forward.desc(
                  training, direct, x, chosen, bias, z, strides, before, after),
              OneDnn.processor());
      var back =
          new convolution_backward_data.primitive_desc(
              new convolution_backward_data.desc(direct, x, chosen, z, strides, before, after),
              OneDnn.processor(),
              way);
      var learn =
          new convolution_backward_weights.primitive_desc(
              new convolution_backward_weights.desc(
                  direct, x, chosen, bias, z, strides, before, after),
              OneDnn.processor(),
              way);
      this.forward =
          new Kernel(new convolution_forward(way))
              .with(dnnl.DNNL_ARG_SRC, x)
              .withReordered(dnnl.DNNL_ARG_WEIGHTS, weights, way.weights_desc())
              .with(dnnl.DNNL_ARG_BIAS, bias)
              .with(dnnl.DNNL_ARG_DST, z);
      this.dataGradient =
          new Kernel(new convolution_backward_data(back))
              .with(dnnl.DNNL_ARG_DIFF_DST, z)
              .withReordered(dnnl.DNNL_ARG_WEIGHTS, weights, back.weights_desc())
              .with(dnnl.DNNL_ARG_DIFF_SRC, x);
      this.weightGradient =
          new Kernel(new convolution_backward_weights(learn))
              .with(dnnl.DNNL_ARG_SRC, x)
              .with(dnnl.DNNL_ARG_DIFF_DST, z)
              .withResultReordered(dnnl.DNNL_ARG_DIFF_WEIGHTS, weights, learn.diff_weights_desc())
              .with(dnnl.DNNL_ARG_DIFF_BIAS, bias);
    }
  }

  /** {@code z = conv(x, w) + bias}; {@code bias} is {@code null} where the shape has none. */
  public void forward(INDArray x, INDArray w, INDArray bias, INDArray z) {
    forward.read(dnnl.DNNL_ARG_SRC, x);
    forward.read(dnnl.DNNL_ARG_WEIGHTS, w);
    forward.read(dnnl.DNNL_ARG_BIAS, bias);
    forward.write(dnnl.DNNL_ARG_DST, z);
    forward.run();
  }

  /** The gradient {@code dx} with respect to the input. */
  public void dataGradient(INDArray w, INDArray dz, INDArray dx) {
    dataGradient.read(dnnl.DNNL_ARG_DIFF_DST, dz);
    dataGradient.read(dnnl.DNNL_ARG_WEIGHTS, w);
    dataGradient.write(dnnl.DNNL_ARG_DIFF_SRC, dx);
    dataGradient.run();
  }

  /** The gradients {@code dw} and {@code dBias}, which is {@code null} where there is no bias. */
  public void weightGradient(INDArray x, INDArray dz, INDArray dw, INDArray dBias) {
    weightGradient.read(dnnl.DNNL_ARG_SRC, x);
    weightGradient.read(dnnl.DNNL_ARG_DIFF_DST, dz);
    weightGradient.write(dnnl.DNNL_ARG_DIFF_WEIGHTS, dw);
    weightGradient.write(dnnl.DNNL_ARG_DIFF_BIAS, dBias);
    weightGradient.run();
  }

  @Override
  public void close() {
    forward.close();
    dataGradient.close();
    weightGradient.close();
  }
}
