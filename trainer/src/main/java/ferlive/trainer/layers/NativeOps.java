package ferlive.trainer.layers;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.AvgPooling2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;

/** Calls of the native operators, with NHWC activations and outputs that the caller allocated. */
final class NativeOps {
  private static final int NHWC = 1;
  private static final int WEIGHTS_OUT_IN_HEIGHT_WIDTH = 1;

  private NativeOps() {}

  /** Sides of a convolution: square kernel, square stride, SAME padding. */
  record ConvShape(int kernel, int stride) {
    private long[] arguments() {
      int same = 1;
      return new long[] {
        kernel, kernel, stride, stride, 0, 0, 1, 1, same, NHWC, WEIGHTS_OUT_IN_HEIGHT_WIDTH
      };
    }
  }

  /** {@code z = conv(x, w) + bias}; {@code bias} may be null. */
  static void conv(ConvShape shape, INDArray x, INDArray w, INDArray bias, INDArray z) {
    exec(
        new Conv2D(),
        context -> {
          context.setIArguments(shape.arguments());
          context.setInputArray(0, x);
          context.setInputArray(1, w);
          if (bias != null) {
            context.setInputArray(2, bias);
          }
          context.setOutputArray(0, z);
        });
  }

  /** Gradients of {@link #conv} with respect to input, weights and bias. */
  static void convGradients(
      ConvShape shape,
      INDArray x,
      INDArray w,
      INDArray bias,
      INDArray dz,
      INDArray dx,
      INDArray dw,
      INDArray dBias) {
    exec(
        new Conv2DDerivative(),
        context -> {
          context.setIArguments(shape.arguments());
          context.setInputArray(0, x);
          context.setInputArray(1, w);
          int next = 2;
          if (bias != null) {
            context.setInputArray(next++, bias);
          }
          context.setInputArray(next, dz);
          context.setOutputArray(0, dx);
          context.setOutputArray(1, dw);
          if (bias != null) {
            context.setOutputArray(2, dBias);
          }
        });
  }

  /** {@code z = (x - mean) / sqrt(variance + epsilon) * gamma + beta} for each channel. */
  static void normalize(
      INDArray x,
      INDArray mean,
      INDArray variance,
      INDArray gamma,
      INDArray beta,
      double epsilon,
      INDArray z) {
    exec(
        new BatchNorm(),
        context -> {
          context.setIArguments(1, 1, x.rank() - 1);
          context.setTArguments(epsilon);
          context.setInputArray(0, x);
          context.setInputArray(1, mean);
          context.setInputArray(2, variance);
          context.setInputArray(3, gamma);
          context.setInputArray(4, beta);
          context.setOutputArray(0, z);
        });
  }

  /** {@code z = max(x, 0)}; both may be one array. */
  static void relu(INDArray x, INDArray z) {
    exec(
        DynamicCustomOp.builder("relu").build(),
        context -> {
          context.setTArguments(0.0);
          context.setInputArray(0, x);
          context.setOutputArray(0, z);
        });
  }

  /** Gradient of {@link #relu}: {@code dz} where {@code z} is above 0, else 0. */
  static void reluGradient(INDArray z, INDArray dz, INDArray dx) {
    exec(
        DynamicCustomOp.builder("relu_bp").build(),
        context -> {
          context.setTArguments(0.0);
          context.setInputArray(0, z);
          context.setInputArray(1, dz);
          context.setOutputArray(0, dx);
        });
  }

  /** Mean of every channel of {@code x [N,H,W,C]} into {@code z [N,1,1,C]}. */
  static void globalAverage(INDArray x, INDArray z) {
    exec(
        new AvgPooling2D(),
        context -> {
          context.setIArguments(wholePicture(x));
          context.setInputArray(0, x);
          context.setOutputArray(0, z);
        });
  }

  /** Gradient of {@link #globalAverage}: every pixel's share of {@code dz [N,1,1,C]}. */
  static void globalAverageGradient(INDArray x, INDArray dz, INDArray dx) {
    exec(
        DynamicCustomOp.builder("avgpool2d_bp").build(),
        context -> {
          context.setIArguments(wholePicture(x));
          context.setInputArray(0, x);
          context.setInputArray(1, dz);
          context.setOutputArray(0, dx);
        });
  }

  private static long[] wholePicture(INDArray x) {
    long height = x.size(1);
    long width = x.size(2);
    return new long[] {height, width, height, width, 0, 0, 1, 1, 0, 1, NHWC};
  }

  /** Sums of the columns of {@code x [M,C]} as a vector of C, by a product with a row of ones. */
  static INDArray columnSums(INDArray onesRow, INDArray x) {
    INDArray sums = Nd4j.createUninitialized(x.dataType(), new long[] {1, x.size(1)}, 'f');
    Nd4j.gemm(onesRow, x, sums, false, false, 1, 0);
    return sums.reshape(x.size(1));
  }

  private static void exec(CustomOp op, Consumer<OpContext> arguments) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    try {
      arguments.accept(context);
      Nd4j.exec(op, context);
    } finally {
      close(context);
    }
  }

  private static void close(OpContext context) {
    try {
      context.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot free an operator context", e);
    }
  }
}
