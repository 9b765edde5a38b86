package ferlive.trainer.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NativeOpsTest {
  @Test
  void sigmoid_isTheLogisticFunctionFromSmallToLargeInputs() {
    float[] inputs = {-40, -12, -3, -0.5f, -1e-3f, 0, 1e-3f, 0.5f, 3, 12, 40};
    INDArray z = Nd4j.createUninitialized(DataType.FLOAT, inputs.length);

    NativeOps.sigmoid(Nd4j.createFromArray(inputs), z);

    for (int i = 0; i < inputs.length; i++) {
      assertThat(z.getDouble(i)).isCloseTo(1 / (1 + Math.exp(-inputs[i])), within(3e-7));
    }
  }

  @Test
  void reluGradient_letsThroughWhereTheAnswerWasAboveZero() {
    INDArray dx = Nd4j.createUninitialized(DataType.FLOAT, 4);

    NativeOps.reluGradient(
        Nd4j.createFromArray(0f, 2f, 0f, 1e-9f), Nd4j.createFromArray(1f, -3f, -1f, 5f), dx);

    assertThat(dx.toFloatVector()).containsExactly(new float[] {0, -3, 0, 5}, within(0f));
  }

  @Test
  void enlarge_repeatsEveryPixelAndItsGradientAddsThem() {
    INDArray x = Nd4j.rand(DataType.FLOAT, 2, 3, 3, 18);
    INDArray z = Nd4j.createUninitialized(DataType.FLOAT, 2, 9, 9, 18);
    INDArray back = Nd4j.createUninitialized(DataType.FLOAT, 2, 3, 3, 18);

    NativeOps.enlarge(x, 3, z);
    NativeOps.enlargeGradient(z, 3, back);

    for (int row = 0; row < 9; row++) {
      for (int column = 0; column < 9; column++) {
        assertThat(z.getDouble(1, row, column, 17))
            .isCloseTo(x.getDouble(1, row / 3, column / 3, 17), within(1e-6));
      }
    }
    assertThat(back.equalsWithEps(x.mul(9), 1e-5)).isTrue();
  }

  @Test
  void write_putsNumbersOfBothTypesIntoViewsAndReadGetsThem() {
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      INDArray whole = Nd4j.zeros(type, 1, 6);
      INDArray view = whole.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 5));
      double[] read = new double[3];

      NativeOps.write(new double[] {1.5, -2, 3}, view);
      NativeOps.read(view, read);

      assertThat(whole.toDoubleVector()).containsExactly(0, 0, 1.5, -2, 3, 0);
      assertThat(read).containsExactly(1.5, -2, 3);
    }
  }
}
