package ferlive.trainer.layers;

import ferlive.trainer.layers.NativeOps.ConvShape;
import ferlive.trainer.onednn.ConvolutionKernels;
import ferlive.trainer.onednn.LatestKernels;
import ferlive.trainer.onednn.OneDnn;
import ferlive.trainer.onednn.Size;
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
 * Convolution with a square kernel and SAME padding: by oneDNN where it computes, else on ND4J's
 * {@code conv2d} operator.
 *
 * <p><b>Shapes</b>: {@code [N,H,W,in]} to {@code [N,ceil(H/stride),ceil(W/stride),out]}, weights
 * {@code [out,in,k,k]}. Linear: an activation stands in a layer of its own or in the {@link
 * FastBatchNorm} that follows.
 */
public final class FastConvolution extends ConvolutionLayer {
  private boolean ofNetworkInput;

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

  /** The same for the network's own input, of which nobody wants a gradient. */
  public FastConvolution ofNetworkInput() {
    ofNetworkInput = true;
    return this;
  }

  /** For JSON: whether no gradient of the input is worked out. */
  public boolean isOfNetworkInput() {
    return ofNetworkInput;
  }

  /** For JSON. */
  public void setOfNetworkInput(boolean ofNetworkInput) {
    this.ofNetworkInput = ofNetworkInput;
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

    private final LatestKernels<ConvolutionKernels.Shape, ConvolutionKernels> kernels =
        new LatestKernels<>(ConvolutionKernels::new);

    Run(NeuralNetConfiguration conf, DataType dataType) {
      super(conf, dataType);
    }

    private ConvShape shape() {
      return new ConvShape(layerConf().getKernelSize()[0], layerConf().getStride()[0]);
    }

    private ConvolutionKernels kernels(INDArray weights) {
      ConvShape sides = shape();
      return kernels.of(
          new ConvolutionKernels.Shape(
              sides.kernel(), sides.stride(), Size.of(input), weights.size(0), hasBias()));
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
      INDArray bias = bias(training, workspace);
      if (OneDnn.computes(dataType)) {
        kernels(weights).forward(input, weights, bias, z);
      } else {
        NativeOps.conv(shape, input, weights, bias, z);
      }
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
      boolean inputGradient = !((FastConvolution) layerConf()).ofNetworkInput;
      INDArray dInput =
          workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
      if (OneDnn.computes(dataType)) {
        ConvolutionKernels kernels = kernels(weights);
        if (inputGradient) {
          kernels.dataGradient(weights, epsilon, dInput);
        }
        kernels.weightGradient(input, epsilon, dWeights, dBias);
      } else {
        NativeOps.convGradients(shape(), input, weights, bias, epsilon, dInput, dWeights, dBias);
      }
      Gradient gradient = new DefaultGradient();
      if (dBias != null) {
        gradient.setGradientFor(BIAS, dBias);
      }
      gradient.setGradientFor(WEIGHTS, dWeights, 'c');
      weightNoiseParams.clear();
      return new Pair<>(gradient, inputGradient ? backpropDropOutIfPresent(dInput) : null);
    }
  }
}
