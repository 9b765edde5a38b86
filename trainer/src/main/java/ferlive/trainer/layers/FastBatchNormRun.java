package ferlive.trainer.layers;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link FastBatchNorm} at work: channel sums are products with a row of ones, and both directions
 * are affine maps of each channel by the {@code batchnorm} operator.
 */
final class FastBatchNormRun extends BatchNormalization {
  /** What outlives a step: made outside the workspaces, once for a shape. */
  private INDArray zero;

  private INDArray one;
  private INDArray mean;
  private INDArray variance;
  private INDArray onesRow;

  /** The activations of the last forward pass: where ReLU let through. */
  private INDArray output;

  FastBatchNormRun(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  private boolean rectified() {
    return ((FastBatchNorm) layerConf()).rectified();
  }

  private double epsilon() {
    return layerConf().getEps();
  }

  private void prepare(long channels, long rows) {
    if (onesRow != null && onesRow.length() == rows) {
      return;
    }
    try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      if (zero == null) {
        zero = Nd4j.zeros(dataType, channels);
        one = Nd4j.ones(dataType, channels);
        mean = Nd4j.create(dataType, channels);
        variance = Nd4j.create(dataType, channels);
      }
      onesRow = Nd4j.ones(dataType, 1, rows);
    }
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
    assertInputSet(false);
    INDArray x = input;
    long channels = x.size(x.rank() - 1);
    long rows = x.length() / channels;
    INDArray z = workspace.createUninitialized(ArrayType.ACTIVATIONS, dataType, x.shape(), 'c');
    INDArray gamma = getParam(GAMMA).reshape(channels);
    INDArray beta = getParam(BETA).reshape(channels);
    if (training) {
      prepare(channels, rows);
      measure(x.reshape('c', rows, channels));
      NativeOps.normalize(x, mean, variance, gamma, beta, epsilon(), z);
    } else {
      INDArray runningMean = getParam(GLOBAL_MEAN).reshape(channels);
      INDArray runningVariance = getParam(GLOBAL_VAR).reshape(channels);
      NativeOps.normalize(x, runningMean, runningVariance, gamma, beta, epsilon(), z);
    }
    if (rectified()) {
      NativeOps.relu(z, z);
    }
    output = training ? z : null;
    return z;
  }

  /** Mean and variance of each column, the variance as E[x²] - E[x]², never below zero. */
  private void measure(INDArray x) {
    long rows = x.size(0);
    mean.assign(NativeOps.columnSums(onesRow, x).divi(rows));
    INDArray squares = Nd4j.createUninitialized(dataType, x.shape(), 'c');
    x.muli(x, squares);
    INDArray v = NativeOps.columnSums(onesRow, squares).divi(rows).subi(mean.mul(mean));
    variance.assign(Transforms.max(v, 0, false));
  }

  /**
   * With {@code i = 1/sqrt(var + eps)}, {@code db = Σ dy} and {@code dg = i Σ dy (x - mean)}:
   * {@code dx = gamma i (dy - db/M - (x - mean) i dg/M)}, written as {@code a dy + b x + c}.
   */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray dy, LayerWorkspaceMgr workspace) {
    INDArray x = input;
    long channels = x.size(x.rank() - 1);
    long rows = x.length() / channels;
    INDArray d = dy;
    if (rectified()) {
      d = Nd4j.createUninitialized(dataType, x.shape(), 'c');
      NativeOps.reluGradient(output, dy, d);
    }
    INDArray product = Nd4j.createUninitialized(dataType, x.shape(), 'c');
    d.muli(x, product);
    INDArray dBeta = NativeOps.columnSums(onesRow, d.reshape('c', rows, channels));
    INDArray inverseStd = Transforms.pow(variance.add(epsilon()), -0.5, false);
    INDArray dGamma =
        NativeOps.columnSums(onesRow, product.reshape('c', rows, channels))
            .subi(mean.mul(dBeta))
            .muli(inverseStd);

    INDArray a = getParam(GAMMA).reshape(channels).mul(inverseStd);
    INDArray b = a.mul(dGamma).muli(inverseStd).divi(-rows);
    INDArray c = a.mul(dBeta).divi(-rows).subi(b.mul(mean));
    INDArray dx =
        workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, x.shape(), 'c');
    NativeOps.normalize(d, zero, one, a, c, 0, dx);
    NativeOps.normalize(x, zero, one, b, zero, 0, product);
    dx.addi(product);
    output = null;
    return new Pair<>(gradients(dGamma, dBeta), dx);
  }

  private Gradient gradients(INDArray dGamma, INDArray dBeta) {
    double move = 1 - layerConf().getDecay();
    Gradient gradient = new DefaultGradient();
    put(gradient, GAMMA, dGamma);
    put(gradient, BETA, dBeta);
    put(gradient, GLOBAL_MEAN, runningStep(GLOBAL_MEAN, mean, move));
    put(gradient, GLOBAL_VAR, runningStep(GLOBAL_VAR, variance, move));
    return gradient;
  }

  private INDArray runningStep(String name, INDArray batch, double move) {
    INDArray running = getParam(name);
    return running.sub(batch.reshape(running.shape())).muli(move);
  }

  private void put(Gradient gradient, String name, INDArray value) {
    INDArray view = gradientViews.get(name);
    view.assign(value.reshape(view.shape()));
    gradient.setGradientFor(name, view);
  }

  @Override
  public void clear() {
    super.clear();
    output = null;
  }
}
