package ferlive.trainer.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against the formulas of Ioffe and Szegedy 2015, channel by channel. */
class NormalizationKernelsTest {
  private static final double EPSILON = 1e-5;

  private static INDArray noise(long... shape) {
    return Nd4j.rand(DataType.FLOAT, shape).subi(0.5);
  }

  @ParameterizedTest
  @CsvSource({"32, false", "32, true", "7, false", "7, true"})
  void kernels_giveWhatTheFormulasSay(int channels, boolean rectified) {
    Nd4j.getRandom().setSeed(9);
    INDArray x = noise(3, 4, 5, channels);
    INDArray dz = noise(3, 4, 5, channels);
    INDArray gamma = noise(1, channels).addi(1);
    INDArray beta = noise(1, channels);
    INDArray mean = Nd4j.create(DataType.FLOAT, channels);
    INDArray variance = Nd4j.create(DataType.FLOAT, channels);
    INDArray z = Nd4j.create(DataType.FLOAT, x.shape());
    INDArray dx = Nd4j.create(DataType.FLOAT, x.shape());
    INDArray dGamma = Nd4j.create(DataType.FLOAT, 1, channels);
    INDArray dBeta = Nd4j.create(DataType.FLOAT, 1, channels);
    try (NormalizationKernels kernels =
        new NormalizationKernels(new NormalizationKernels.Shape(Size.of(x), rectified, EPSILON))) {
      kernels.forward(x, gamma, beta, mean, variance, z);
      kernels.backward(x, gamma, mean, variance, dz, dx, dGamma, dBeta);
    }

    for (int c = 0; c < channels; c++) {
      double[] values = channel(x, c);
      double[] slopes = channel(dz, c);
      double average = mean(values);
      double spread = 0;
      for (double value : values) {
        spread += (value - average) * (value - average) / values.length;
      }
      double inverse = 1 / Math.sqrt(spread + EPSILON);
      double[] passed = new double[values.length];
      double first = 0;
      double second = 0;
      for (int i = 0; i < values.length; i++) {
        double normal = (values[i] - average) * inverse;
        double answer = normal * gamma.getDouble(0, c) + beta.getDouble(0, c);
        boolean through = !rectified || answer > 0;
        assertThat(channel(z, c)[i]).isCloseTo(through ? answer : 0, within(1e-5));
        passed[i] = through ? slopes[i] : 0;
        first += passed[i];
        second += passed[i] * normal;
      }
      assertThat(mean.getDouble(c)).isCloseTo(average, within(1e-5));
      assertThat(variance.getDouble(c)).isCloseTo(spread, within(1e-5));
      assertThat(dBeta.getDouble(0, c)).isCloseTo(first, within(1e-4));
      assertThat(dGamma.getDouble(0, c)).isCloseTo(second, within(1e-4));
      double[] back = channel(dx, c);
      for (int i = 0; i < values.length; i++) {
        double normal = (values[i] - average) * inverse;
        double expected =
            gamma.getDouble(0, c)
                * inverse
                * (passed[i] - first / values.length - normal * second / values.length);
        assertThat(back[i]).isCloseTo(expected, within(1e-4));
      }
    }
  }

  private static double[] channel(INDArray maps, int channel) {
    float[] all = maps.dup('c').data().asFloat();
    int channels = (int) maps.size(3);
    double[] values = new double[all.length / channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i * channels + channel];
    }
    return values;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
