package ferlive.trainer.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ActivationKernelsTest {
  private static INDArray result(long... shape) {
    return Nd4j.create(DataType.FLOAT, shape);
  }

  private static ActivationKernels kernels(ActivationKernels.Function function, INDArray like) {
    return new ActivationKernels(new ActivationKernels.Shape(function, like.length()));
  }

  @Test
  void relu_letsThroughWhereTheAnswerIsAboveZero() {
    INDArray x = Nd4j.createFromArray(new float[][] {{-2, 3, 0}, {1e-9f, -1e-9f, 7}});
    INDArray dz = Nd4j.createFromArray(new float[][] {{5, -6, 7}, {8, 9, 10}});
    INDArray z = result(2, 3);
    INDArray dx = result(2, 3);

    try (ActivationKernels kernels = kernels(ActivationKernels.Function.RELU, x)) {
      kernels.forward(x, z);
      kernels.backward(z, dz, dx);
    }

    assertThat(z.ravel().toFloatVector())
        .containsExactly(new float[] {0, 3, 0, 1e-9f, 0, 7}, within(0f));
    assertThat(dx.ravel().toFloatVector())
        .containsExactly(new float[] {0, -6, 0, 8, 0, 10}, within(0f));
  }

  @Test
  void sigmoid_isTheLogisticFunctionFromSmallToLargeInputs() {
    float[] inputs = {-40, -12, -3, -0.5f, -1e-3f, 0, 1e-3f, 0.5f, 3, 12, 40};
    INDArray x = Nd4j.createFromArray(inputs);
    INDArray dz = Nd4j.valueArrayOf(new long[] {inputs.length}, 2, DataType.FLOAT);
    INDArray z = result(inputs.length);
    INDArray dx = result(inputs.length);

    try (ActivationKernels kernels = kernels(ActivationKernels.Function.SIGMOID, x)) {
      kernels.forward(x, z);
      kernels.backward(z, dz, dx);
    }

    for (int i = 0; i < inputs.length; i++) {
      double expected = 1 / (1 + Math.exp(-inputs[i]));
      assertThat(z.getDouble(i)).isCloseTo(expected, within(3e-7));
      assertThat(dx.getDouble(i)).isCloseTo(2 * expected * (1 - expected), within(6e-7));
    }
  }
}
