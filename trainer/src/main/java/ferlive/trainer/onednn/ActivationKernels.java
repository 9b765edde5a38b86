package ferlive.trainer.onednn;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * ReLU or the sigmoid and its gradient, in one pass each, for arrays of one length: floats, of any
 * shape. Arrays that are read may be views; those that are written are dense.
 */
public final class ActivationKernels implements Kernels {
  private final Kernel forward;
  private final Kernel backward;

  /** A function of each number by itself, whose slope can be told from its answer. */
  public enum Function {
    RELU(algorithm.eltwise_relu_use_dst_for_bwd),
    SIGMOID(algorithm.eltwise_logistic_use_dst_for_bwd);

    private final algorithm rule;

    Function(algorithm rule) {
      this.rule = rule;
    }
  }

  /**
   * What the kernels are made for.
   *
   * @param function to apply
   * @param length of the arrays
   */
  public record Shape(Function function, long length) {}

  /** Makes the kernels. */
  public ActivationKernels(Shape shape) {
    try (PointerScope descriptions = OneDnn.scope()) {
      memory.desc numbers = OneDnn.floats(format_tag.x, shape.length());
      int function = shape.function().rule.value;
      var way =
          new eltwise_forward.primitive_desc(
              new eltwise_forward.desc(prop_kind.forward_training.value, function, numbers),
              OneDnn.processor());
      var back =
          new eltwise_backward.primitive_desc(
              new eltwise_backward.desc(function, numbers, numbers), OneDnn.processor(), way);
      this.forward =
          new Kernel(new eltwise_forward(way))
              .with(dnnl.DNNL_ARG_SRC, numbers)
              .with(dnnl.DNNL_ARG_DST, numbers);
      this.backward =
          new Kernel(new eltwise_backward(back))
              .with(dnnl.DNNL_ARG_DST, numbers)
              .with(dnnl.DNNL_ARG_DIFF_DST, numbers)
              .with(dnnl.DNNL_ARG_DIFF_SRC, numbers);
    }
  }

  /** {@code z} is the function of {@code x}. */
  public void forward(INDArray x, INDArray z) {
    forward.read(dnnl.DNNL_ARG_SRC, x);
    forward.write(dnnl.DNNL_ARG_DST, z);
    forward.run();
  }

  /** {@code dx} is {@code dz} times the slope where the function gave {@code z}. */
  public void backward(INDArray z, INDArray dz, INDArray dx) {
    backward.read(dnnl.DNNL_ARG_DST, z);
    backward.read(dnnl.DNNL_ARG_DIFF_DST, dz);
    backward.write(dnnl.DNNL_ARG_DIFF_SRC, dx);
    backward.run();
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
  }
}
