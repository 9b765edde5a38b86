package ferlive.trainer.layers;

import ferlive.trainer.layers.NativeOps.ConvShape;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution with a square kernel and SAME padding on the {@code conv2d} operator.
 *
 * <p><b>Shapes</b>: {@code [N,H,W,in]} to {@code [N,ceil(H/stride),ceil(W/stride),out]}, weights
 * {@code [out,in,k,k]}. Linear: an activation stands in a layer of its own or in the {@link
 * FastBatchNorm} that follows.
 */
public final class FastConvolution extends ConvolutionLayer {
  /** For JSON. */
  public FastConvolution() {}

  private FastConvolution(Builder builder) {
    super(builder);
  }

  /**
   * A linear convolution.
   *
   * @param out number of output channels
   * @param kernel side of the kernel
   * @param stride of the kernel
   * @param bias whether to add a bias; not needed ahead of a batch normalisation
   */
  public static FastConvolution of(int out, int kernel, int stride, boolean bias) {
    Builder builder =
        new Builder(kernel, kernel)
            .nOut(out)
            .stride(stride, stride)
            .convolutionMode(ConvolutionMode.Same)
            .hasBias(bias)
            .dataFormat(CNN2DFormat.NHWC)
            .activation(Activation.IDENTITY);
    return new FastConvolution(builder);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray paramsView,
      boolean initialize,
      DataType dataType) {
    return LayerRuns.ready(new Run(conf, dataType), listeners, index, paramsView, initialize);
  }

  /** The layer at work. */
  private static final class Run extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
    private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;
    private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

    Run(NeuralNetConfiguration conf, DataType dataType) {
      super(conf, dataType);
    }

    private ConvShape shape() {
      return new ConvShape(layerConf().getKernelSize()[0], layerConf().getStride()[0]);
    }

    private INDArray bias(boolean training, LayerWorkspaceMgr workspace) {
      return hasBias() ? getParamWithNoise(BIAS, training, workspace) : null;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
      assertInputSet(false);
      applyDropOutIfNecessary(training, workspace);
      INDArray weights = getParamWithNoise(WEIGHTS, training, workspace);
      ConvShape shape = shape();
      int stride = shape.stride();
      long[] outShape = {
        input.size(0),
        (input.size(1) + stride - 1) / stride,
        (input.size(2) + stride - 1) / stride,
        weights.size(0)
      };
      INDArray z = workspace.createUninitialized(ArrayType.ACTIVATIONS, dataType, outShape, 'c');
      NativeOps.conv(shape, input, weights, bias(training, workspace), z);
      return z;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray epsilon, LayerWorkspaceMgr workspace) {
      assertInputSet(true);
      INDArray weights = getParamWithNoise(WEIGHTS, true, workspace);
      INDArray bias = bias(true, workspace);
      INDArray dWeights = gradientViews.get(WEIGHTS);
      INDArray dBias = bias == null ? null : gradientViews.get(BIAS);
      INDArray dInput =
          workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
      NativeOps.convGradients(shape(), input, weights, bias, epsilon, dInput, dWeights, dBias);
      Gradient gradient = new DefaultGradient();
      if (dBias != null) {
        gradient.setGradientFor(BIAS, dBias);
      }
      gradient.setGradientFor(WEIGHTS, dWeights, 'c');
      weightNoiseParams.clear();
      return new Pair<>(gradient, backpropDropOutIfPresent(dInput));
    }
  }
}
