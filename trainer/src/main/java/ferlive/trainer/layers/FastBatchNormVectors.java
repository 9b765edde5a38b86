package ferlive.trainer.layers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a batch normalisation knows of each channel, worked out in Java: a native operator on so few
 * numbers costs some ten microseconds, and there would be thirty a layer and step. The vectors that
 * operators on whole maps need live as long as the layer, outside the workspaces.
 *
 * <p>Confined to one thread.
 */
final class FastBatchNormVectors {
  private INDArray pictureMeans;
  private INDArray zero;
  private INDArray one;
  private INDArray meanVector;
  private INDArray varianceVector;
  private INDArray ofGradient;
  private INDArray ofInput;
  private INDArray offset;

  private double[] mean = {};
  private double[] variance = {};
  private double[] means = {};
  private double rows;

  INDArray mean() {
    return meanVector;
  }

  INDArray variance() {
    return varianceVector;
  }

  /** Makes room for what belongs to {@code x}. */
  void prepare(INDArray x) {
    long pictures = x.size(0);
    long channels = x.size(x.rank() - 1);
    rows = x.length() / (double) channels;
    if (pictureMeans != null && pictureMeans.size(0) == pictures) {
      return;
    }
    DataType type = x.dataType();
    try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      if (zero == null) {
        mean = new double[(int) channels];
        variance = new double[(int) channels];
        zero = Nd4j.zeros(type, channels);
        one = Nd4j.ones(type, channels);
        meanVector = Nd4j.create(type, channels);
        varianceVector = Nd4j.create(type, channels);
        ofGradient = Nd4j.create(type, channels);
        ofInput = Nd4j.create(type, channels);
        offset = Nd4j.create(type, channels);
      }
      pictureMeans = Nd4j.create(type, pictures, 1, 1, channels);
      means = new double[(int) (pictures * channels)];
    }
  }

  /** Mean of each channel over the batch, by the means of every picture. */
  private double[] means(INDArray x) {
    NativeOps.globalAverage(x, pictureMeans);
    NativeOps.read(pictureMeans, means);
    int channels = mean.length;
    int pictures = means.length / channels;
    double[] batch = new double[channels];
    for (int i = 0; i < means.length; i++) {
      batch[i % channels] += means[i] / pictures;
    }
    return batch;
  }

  private double[] read(INDArray vector) {
    double[] values = new double[mean.length];
    NativeOps.read(vector, values);
    return values;
  }

  /**
   * Takes mean and variance of each channel, the variance as E[x²] - E[x]², never below zero.
   *
   * @param squares of {@code x}
   */
  void measure(INDArray x, INDArray squares) {
    prepare(x);
    mean = means(x);
    double[] ofSquares = means(squares);
    for (int c = 0; c < mean.length; c++) {
      variance[c] = Math.max(ofSquares[c] - mean[c] * mean[c], 0);
    }
    NativeOps.write(mean, meanVector);
    NativeOps.write(variance, varianceVector);
  }

  /** Takes what was written to {@link #mean} and {@link #variance} for measured. */
  void measured() {
    NativeOps.read(meanVector, mean);
    NativeOps.read(varianceVector, variance);
  }

  /**
   * Works out {@code a}, {@code b} and {@code c} of {@code dx = a dy + b x + c}. With {@code i =
   * 1/sqrt(var + epsilon)} and the means {@code p} of dy and {@code q} of i dy (x - mean): {@code
   * dx = gamma i (dy - p - (x - mean) i q)}. After {@link #measure} of the same input.
   *
   * @param product {@code dy x}
   * @param dGamma receives the gradient of each channel's factor
   * @param dBeta receives the gradient of each channel's offset
   */
  void slope(
      INDArray dy,
      INDArray product,
      INDArray gamma,
      double epsilon,
      INDArray dGamma,
      INDArray dBeta) {
    double[] first = means(dy);
    double[] second = means(product);
    double[] factor = read(gamma);
    double[] a = new double[mean.length];
    double[] b = new double[mean.length];
    double[] c = new double[mean.length];
    for (int k = 0; k < mean.length; k++) {
      double inverse = 1 / Math.sqrt(variance[k] + epsilon);
      double slant = (second[k] - mean[k] * first[k]) * inverse;
      a[k] = factor[k] * inverse;
      b[k] = -a[k] * slant * inverse;
      c[k] = -a[k] * first[k] - b[k] * mean[k];
      second[k] = slant * rows;
      first[k] *= rows;
    }
    NativeOps.write(a, ofGradient);
    NativeOps.write(b, ofInput);
    NativeOps.write(c, offset);
    NativeOps.write(second, dGamma);
    NativeOps.write(first, dBeta);
  }

  /** {@code first = a dy + c} and {@code second = b x}, of the last {@link #slope}. */
  void mapBack(INDArray dy, INDArray x, INDArray first, INDArray second) {
    NativeOps.normalize(dy, zero, one, ofGradient, offset, 0, first);
    NativeOps.normalize(x, zero, one, ofInput, zero, 0, second);
  }

  /**
   * The running statistics' way to those of the batch, as gradients: of the other sign.
   *
   * @param move share of the way
   */
  void steps(
      INDArray runningMean, INDArray runningVariance, double move, INDArray dMean, INDArray dVar) {
    NativeOps.write(step(runningMean, mean, move), dMean);
    NativeOps.write(step(runningVariance, variance, move), dVar);
  }

  private double[] step(INDArray running, double[] batch, double move) {
    double[] step = read(running);
    for (int c = 0; c < step.length; c++) {
      step[c] = (step[c] - batch[c]) * move;
    }
    return step;
  }
}
