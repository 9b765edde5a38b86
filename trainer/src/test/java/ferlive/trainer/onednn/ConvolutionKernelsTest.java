package ferlive.trainer.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Against sums written out. */
class ConvolutionKernelsTest {
  private static final float CLOSE = 1e-4f;

  /** A convolution by its definition, and its gradients. */
  private static final class Sums {
    private final int kernel;
    private final int stride;
    private final INDArray x;
    private final INDArray w;
    private final INDArray dx;
    private final INDArray dw;

    Sums(int kernel, int stride, INDArray x, INDArray w) {
      this.kernel = kernel;
      this.stride = stride;
      this.x = x;
      this.w = w;
      this.dx = Nd4j.zeros(DataType.DOUBLE, x.shape());
      this.dw = Nd4j.zeros(DataType.DOUBLE, w.shape());
    }

    private static int before(int side, int outputSide, int kernel, int stride) {
      return Math.max(0, (outputSide - 1) * stride + kernel - side) / 2;
    }

    /** One number of the output; adds what {@code dz} of it is to the gradients. */
    double at(INDArray z, int n, int row, int column, int out, double dz) {
      int top = row * stride - before((int) x.size(1), (int) z.size(1), kernel, stride);
      int left = column * stride - before((int) x.size(2), (int) z.size(2), kernel, stride);
      double sum = 0;
      for (int i = 0; i < kernel; i++) {
        for (int j = 0; j < kernel; j++) {
          int y = top + i;
          int u = left + j;
          if (y < 0 || u < 0 || y >= x.size(1) || u >= x.size(2)) {
            continue;
          }
          for (int c = 0; c < x.size(3); c++) {
            double weight = w.getDouble(out, c, i, j);
            double value = x.getDouble(n, y, u, c);
            sum += weight * value;
            add(dx, dz * weight, n, y, u, c);
            add(dw, dz * value, out, c, i, j);
          }
        }
      }
      return sum;
    }

    private static void add(INDArray array, double value, int... at) {
      array.putScalar(at, array.getDouble(at) + value);
    }
  }

  private static INDArray noise(long... shape) {
    return Nd4j.rand(DataType.FLOAT, shape).subi(0.5);
  }

  private static ConvolutionKernels kernels(
      int kernel, int stride, INDArray x, int out, boolean bias) {
    return new ConvolutionKernels(
        new ConvolutionKernels.Shape(kernel, stride, Size.of(x), out, bias));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 5, 6, 3, 4, true",
    "3, 1, 5, 6, 3, 4, true",
    "3, 2, 7, 6, 2, 5, false",
    "5, 2, 8, 8, 1, 24, false",
    "5, 1, 6, 6, 17, 33, true",
  })
  void kernels_giveTheSumsOfTheDefinition(
      int kernel, int stride, int height, int width, int in, int out, boolean bias) {
    Nd4j.getRandom().setSeed(7);
    INDArray x = noise(2, height, width, in);
    INDArray w = noise(out, in, kernel, kernel);
    INDArray b = bias ? noise(1, out) : null;
    INDArray dz = noise(2, (height + stride - 1) / stride, (width + stride - 1) / stride, out);
    INDArray z = Nd4j.create(DataType.FLOAT, dz.shape());
    INDArray dx = Nd4j.create(DataType.FLOAT, x.shape());
    INDArray dw = Nd4j.create(DataType.FLOAT, w.shape());
    INDArray db = bias ? Nd4j.create(DataType.FLOAT, b.shape()) : null;
    try (ConvolutionKernels kernels = kernels(kernel, stride, x, out, bias)) {
      kernels.forward(x, w, b, z);
      kernels.dataGradient(w, dz, dx);
      kernels.weightGradient(x, dz, dw, db);
    }

    Sums sums = new Sums(kernel, stride, x, w);
    for (int n = 0; n < z.size(0); n++) {
      for (int row = 0; row < z.size(1); row++) {
        for (int column = 0; column < z.size(2); column++) {
          for (int c = 0; c < out; c++) {
            double sum = sums.at(z, n, row, column, c, dz.getDouble(n, row, column, c));
            double offset = bias ? b.getDouble(0, c) : 0;
            assertThat(z.getDouble(n, row, column, c)).isCloseTo(sum + offset, within(1e-4));
          }
        }
      }
    }
    assertThat(dx.castTo(DataType.DOUBLE).equalsWithEps(sums.dx, CLOSE)).isTrue();
    assertThat(dw.castTo(DataType.DOUBLE).equalsWithEps(sums.dw, CLOSE)).isTrue();
    if (bias) {
      assertThat(db.equalsWithEps(dz.sum(0, 1, 2).reshape(1, out), CLOSE)).isTrue();
    }
  }

  @Test
  void forward_readsAViewAsItsCopy() {
    INDArray wide = noise(2, 4, 4, 7);
    INDArray view =
        wide.get(
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(2, 5));
    INDArray w = noise(3, 3, 3, 3);
    INDArray ofView = Nd4j.create(DataType.FLOAT, 2, 4, 4, 3);
    INDArray ofCopy = Nd4j.create(DataType.FLOAT, 2, 4, 4, 3);

    try (ConvolutionKernels kernels = kernels(3, 1, view, 3, false)) {
      kernels.forward(view, w, null, ofView);
      kernels.forward(view.dup('c'), w, null, ofCopy);
    }

    assertThat(ofView).isEqualTo(ofCopy);
  }

  @Test
  void weightGradient_writesItsPartOfALongerVectorOnly() {
    INDArray x = noise(2, 4, 4, 2);
    INDArray dz = noise(2, 4, 4, 3);
    INDArray all = Nd4j.zeros(DataType.FLOAT, 1, 10 + 54 + 10);
    INDArray part =
        all.get(NDArrayIndex.all(), NDArrayIndex.interval(10, 64)).reshape('c', 3, 2, 3, 3);

    try (ConvolutionKernels kernels = kernels(3, 1, x, 3, false)) {
      kernels.weightGradient(x, dz, part, null);
    }

    float[] written = all.toFloatVector();
    assertThat(written[9]).isZero();
    assertThat(written[10]).isNotZero();
    assertThat(written[63]).isNotZero();
    assertThat(written[64]).isZero();
  }

  @Test
  void forward_refusesToWriteIntoAViewWithGaps() {
    INDArray x = noise(2, 4, 4, 2);
    INDArray gaps =
        noise(2, 4, 4, 5)
            .get(
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, 3));

    try (ConvolutionKernels kernels = kernels(3, 1, x, 3, false)) {
      assertThatThrownBy(() -> kernels.forward(x, noise(3, 2, 3, 3), null, gaps))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gaps");
    }
  }

  /** What 100 sets own would be some 270 MB, which Java's collector does not see. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void close_freesWhatTheKernelsOwn() throws IOException {
    INDArray x = noise(8, 6, 6, 160);
    INDArray w = noise(160, 160, 3, 3);
    INDArray z = Nd4j.create(DataType.FLOAT, x.shape());
    long before = 0;
    for (int i = 0; i < 105; i++) {
      if (i == 5) {
        before = residentMegabytes();
      }
      try (ConvolutionKernels kernels = kernels(3, 1, x, 160, false)) {
        kernels.forward(x, w, null, z);
      }
    }

    assertThat(residentMegabytes() - before).isLessThan(60);
  }

  private static long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }
}
