package ferlive.trainer.layers;

import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.AvgPooling2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.BatchNorm;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
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

  /**
   * Gradient of {@link #relu}: {@code dz} where {@code z} is above 0, else 0. Two plain passes: the
   * {@code relu_bp} operator calls a function for every value and takes 3 to 7 times as long.
   */
  static void reluGradient(INDArray z, INDArray dz, INDArray dx) {
    Nd4j.getExecutioner().exec(new Step(z, dx, 0.0));
    dx.muli(dz);
  }

  /**
   * {@code z = 1 / (1 + exp(-x))}, worked out as {@code (1 + tanh(x / 2)) / 2}: oneDNN has a tanh
   * of several values at a time.
   */
  static void sigmoid(INDArray x, INDArray z) {
    x.muli(0.5, z);
    exec(
        DynamicCustomOp.builder("tanh").build(),
        context -> {
          context.setInputArray(0, z);
          context.setOutputArray(0, z);
        });
    z.addi(1).muli(0.5);
  }

  /** Mean of every channel of {@code x [N,H,W,C]} into {@code z [N,1,1,C]}. */
  static void globalAverage(INDArray x, INDArray z) {
    averagePool(x, x.size(1), x.size(2), z);
  }

  /** Gradient of {@link #globalAverage}: every pixel's share of {@code dz [N,1,1,C]}. */
  static void globalAverageGradient(INDArray x, INDArray dz, INDArray dx) {
    averagePoolGradient(x, x.size(1), x.size(2), dz, dx);
  }

  /**
   * Every pixel of {@code x [N,H,W,C]} repeated {@code size} by {@code size} times: but for a
   * factor the gradient of an average over such windows, for which oneDNN has an operator, as it
   * has not for the enlargement.
   */
  static void enlarge(INDArray x, int size, INDArray z) {
    averagePoolGradient(z, size, size, x, z);
    z.muli(size * size);
  }

  /** Gradient of {@link #enlarge}: the sum over the window that a pixel has become. */
  static void enlargeGradient(INDArray dz, int size, INDArray dx) {
    averagePool(dz, size, size, dx);
    dx.muli(size * size);
  }

  private static void averagePool(INDArray x, long height, long width, INDArray z) {
    exec(
        new AvgPooling2D(),
        context -> {
          context.setIArguments(windows(height, width));
          context.setInputArray(0, x);
          context.setOutputArray(0, z);
        });
  }

  /**
   * @param x of which only the shape counts
   */
  private static void averagePoolGradient(
      INDArray x, long height, long width, INDArray dz, INDArray dx) {
    exec(
        DynamicCustomOp.builder("avgpool2d_bp").build(),
        context -> {
          context.setIArguments(windows(height, width));
          context.setInputArray(0, x);
          context.setInputArray(1, dz);
          context.setOutputArray(0, dx);
        });
  }

  private static long[] windows(long height, long width) {
    return new long[] {height, width, height, width, 0, 0, 1, 1, 0, 1, NHWC};
  }

  /** Copies an array of floats or doubles, which may be a contiguous view. */
  static void read(INDArray vector, double[] values) {
    if (vector.dataType() == DataType.FLOAT) {
      FloatBuffer memory = vector.data().asNioFloat();
      for (int i = 0; i < values.length; i++) {
        values[i] = memory.get();
      }
    } else {
      vector.data().asNioDouble().get(values);
    }
  }

  /** Copies into an array of floats or doubles, which may be a contiguous view. */
  static void write(double[] values, INDArray vector) {
    if (vector.dataType() == DataType.FLOAT) {
      FloatBuffer memory = vector.data().asNioFloat();
      for (double value : values) {
        memory.put((float) value);
      }
    } else {
      vector.data().asNioDouble().put(values);
    }
    Nd4j.getAffinityManager().tagLocation(vector, AffinityManager.Location.HOST);
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
