package ferlive.trainer.onednn;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation and its gradients for maps of one size, with an optional ReLU behind it.
 *
 * <p><b>Shapes</b>: maps {@code [N,H,W,C]}, all else {@code C} numbers; floats. Arrays that are
 * read may be views; those that are written are dense.
 */
public final class NormalizationKernels implements Kernels {
  private final Kernel forward;
  private final Kernel backward;

  /**
   * What the kernels are made for.
   *
   * @param size of the maps
   * @param rectified whether a ReLU stands behind the normalisation
   * @param epsilon added to the variance
   */
  public record Shape(Size size, boolean rectified, double epsilon) {}

  /** Makes the kernels. */
  public NormalizationKernels(Shape shape) {
    try (PointerScope descriptions = OneDnn.scope()) {
      memory.desc maps = OneDnn.floats(format_tag.nhwc, shape.size().sizes());
      memory.desc vector = OneDnn.floats(format_tag.x, shape.size().channels());
      int flags = flags(shape);
      float epsilon = (float) shape.epsilon();
      var way =
          new batch_normalization_forward.primitive_desc(
              new batch_normalization_forward.desc(
                  prop_kind.forward_training.value, maps, epsilon, flags),
              OneDnn.processor());
      var back =
          new batch_normalization_backward.primitive_desc(
              new batch_normalization_backward.desc(
                  prop_kind.backward.value, maps, maps, epsilon, flags),
              OneDnn.processor(),
              way);
      this.forward =
          new Kernel(new batch_normalization_forward(way))
              .with(dnnl.DNNL_ARG_SRC, maps)
              .with(dnnl.DNNL_ARG_SCALE, vector)
              .with(dnnl.DNNL_ARG_SHIFT, vector)
              .with(dnnl.DNNL_ARG_MEAN, vector)
              .with(dnnl.DNNL_ARG_VARIANCE, vector)
              .with(dnnl.DNNL_ARG_DST, maps);
      this.backward =
          new Kernel(new batch_normalization_backward(back))
              .with(dnnl.DNNL_ARG_SRC, maps)
              .with(dnnl.DNNL_ARG_SCALE, vector)
              // Asked for, but not read: a shift has no part in the gradients.
              .with(dnnl.DNNL_ARG_SHIFT, vector)
              .with(dnnl.DNNL_ARG_MEAN, vector)
              .with(dnnl.DNNL_ARG_VARIANCE, vector)
              .with(dnnl.DNNL_ARG_DIFF_DST, maps)
              .with(dnnl.DNNL_ARG_DIFF_SRC, maps)
              .with(dnnl.DNNL_ARG_DIFF_SCALE, vector)
              .with(dnnl.DNNL_ARG_DIFF_SHIFT, vector);
      if (shape.rectified()) {
        // One bit for every number: where ReLU let through.
        memory passed = OneDnn.allocated(way.workspace_desc());
        forward.withKept(dnnl.DNNL_ARG_WORKSPACE, passed);
        backward.withKept(dnnl.DNNL_ARG_WORKSPACE, passed);
      }
    }
  }

  private static int flags(Shape shape) {
    int flags = normalization_flags.use_scale.value | normalization_flags.use_shift.value;
    return shape.rectified() ? flags | normalization_flags.fuse_norm_relu.value : flags;
  }

  /**
   * {@code z = (x - mean) / sqrt(variance + epsilon) * gamma + beta}, rectified or not.
   *
   * @param mean receives the mean of each channel
   * @param variance receives the mean square distance to it
   */
  public void forward(
      INDArray x, INDArray gamma, INDArray beta, INDArray mean, INDArray variance, INDArray z) {
    forward.read(dnnl.DNNL_ARG_SRC, x);
    forward.read(dnnl.DNNL_ARG_SCALE, gamma);
    forward.read(dnnl.DNNL_ARG_SHIFT, beta);
    forward.write(dnnl.DNNL_ARG_MEAN, mean);
    forward.write(dnnl.DNNL_ARG_VARIANCE, variance);
    forward.write(dnnl.DNNL_ARG_DST, z);
    forward.run();
  }

  /** Gradients, after {@link #forward} of the same maps, with the statistics that it gave. */
  public void backward(
      INDArray x,
      INDArray gamma,
      INDArray mean,
      INDArray variance,
      INDArray dz,
      INDArray dx,
      INDArray dGamma,
      INDArray dBeta) {
    backward.read(dnnl.DNNL_ARG_SRC, x);
    backward.read(dnnl.DNNL_ARG_SCALE, gamma);
    backward.read(dnnl.DNNL_ARG_MEAN, mean);
    backward.read(dnnl.DNNL_ARG_VARIANCE, variance);
    backward.read(dnnl.DNNL_ARG_DIFF_DST, dz);
    backward.write(dnnl.DNNL_ARG_DIFF_SRC, dx);
    backward.write(dnnl.DNNL_ARG_DIFF_SCALE, dGamma);
    backward.write(dnnl.DNNL_ARG_DIFF_SHIFT, dBeta);
    backward.run();
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
  }
}
