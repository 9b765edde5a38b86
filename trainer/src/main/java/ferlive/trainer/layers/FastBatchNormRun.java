package ferlive.trainer.layers;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import ferlive.trainer.onednn.LatestKernels;
import ferlive.trainer.onednn.NormalizationKernels;
import ferlive.trainer.onednn.OneDnn;
import ferlive.trainer.onednn.Size;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link FastBatchNorm} at work: by oneDNN where it computes. Else channel means are average
 * poolings of whole pictures, and both directions are affine maps of each channel by ND4J's {@code
 * batchnorm} operator.
 */
final class FastBatchNormRun extends BatchNormalization {
  private final FastBatchNormVectors vectors = new FastBatchNormVectors();

  private final LatestKernels<NormalizationKernels.Shape, NormalizationKernels> kernels =
      new LatestKernels<>(NormalizationKernels::new);

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

  private boolean byOneDnn() {
    return input.rank() == 4 && OneDnn.computes(dataType);
  }

  private NormalizationKernels kernels() {
    return kernels.of(new NormalizationKernels.Shape(Size.of(input), rectified(), epsilon()));
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
    assertInputSet(false);
    INDArray x = input;
    long channels = x.size(x.rank() - 1);
    INDArray z = workspace.createUninitialized(ArrayType.ACTIVATIONS, dataType, x.shape(), 'c');
    INDArray gamma = getParam(GAMMA).reshape(channels);
    INDArray beta = getParam(BETA).reshape(channels);
    if (training && byOneDnn()) {
      vectors.prepare(x);
      kernels().forward(x, gamma, beta, vectors.mean(), vectors.variance(), z);
      vectors.measured();
      return z;
    }
    if (training) {
      INDArray squares = Nd4j.createUninitialized(dataType, x.shape(), 'c');
      x.muli(x, squares);
      vectors.measure(x, squares);
      NativeOps.normalize(x, vectors.mean(), vectors.variance(), gamma, beta, epsilon(), z);
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

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray dy, LayerWorkspaceMgr workspace) {
    INDArray x = input;
    INDArray dx =
        workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, x.shape(), 'c');
    if (byOneDnn()) {
      kernels()
          .backward(
              x,
              getParam(GAMMA),
              vectors.mean(),
              vectors.variance(),
              dy,
              dx,
              gradientViews.get(GAMMA),
              gradientViews.get(BETA));
    } else {
      slopes(x, dy, dx);
    }
    vectors.steps(
        getParam(GLOBAL_MEAN),
        getParam(GLOBAL_VAR),
        1 - layerConf().getDecay(),
        gradientViews.get(GLOBAL_MEAN),
        gradientViews.get(GLOBAL_VAR));
    output = null;
    Gradient gradient = new DefaultGradient();
    for (String name : List.of(GAMMA, BETA, GLOBAL_MEAN, GLOBAL_VAR)) {
      gradient.setGradientFor(name, gradientViews.get(name));
    }
    return new Pair<>(gradient, dx);
  }

  private void slopes(INDArray x, INDArray dy, INDArray dx) {
    INDArray d = dy;
    if (rectified()) {
      d = Nd4j.createUninitialized(dataType, x.shape(), 'c');
      NativeOps.reluGradient(output, dy, d);
    }
    INDArray product = Nd4j.createUninitialized(dataType, x.shape(), 'c');
    d.muli(x, product);
    vectors.slope(
        d, product, getParam(GAMMA), epsilon(), gradientViews.get(GAMMA), gradientViews.get(BETA));
    vectors.mapBack(d, x, dx, product);
    dx.addi(product);
  }

  @Override
  public void clear() {
    super.clear();
    output = null;
  }
}
