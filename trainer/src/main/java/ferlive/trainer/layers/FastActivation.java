package ferlive.trainer.layers;

import ferlive.trainer.onednn.ActivationKernels;
import ferlive.trainer.onednn.LatestKernels;
import ferlive.trainer.onednn.OneDnn;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * ReLU or sigmoid of a map. Both know their slope from their own answer, so nothing is worked out
 * twice: {@code z (1 - z)} for the sigmoid, 0 or 1 for ReLU.
 */
public final class FastActivation extends ActivationLayer {
  /** For JSON. */
  public FastActivation() {}

  private FastActivation(Activation activation) {
    super(activation);
  }

  public static FastActivation relu() {
    return new FastActivation(Activation.RELU);
  }

  public static FastActivation sigmoid() {
    return new FastActivation(Activation.SIGMOID);
  }

  private boolean isSigmoid() {
    return getActivationFn() instanceof ActivationSigmoid;
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
  private static final class Run extends org.deeplearning4j.nn.layers.ActivationLayer {
    private final LatestKernels<ActivationKernels.Shape, ActivationKernels> kernels =
        new LatestKernels<>(ActivationKernels::new);

    /** The answers of the last forward pass. */
    private INDArray output;

    Run(NeuralNetConfiguration conf, DataType dataType) {
      super(conf, dataType);
    }

    private boolean isSigmoid() {
      return ((FastActivation) layerConf()).isSigmoid();
    }

    private ActivationKernels kernels(INDArray map) {
      var function =
          isSigmoid() ? ActivationKernels.Function.SIGMOID : ActivationKernels.Function.RELU;
      return kernels.of(new ActivationKernels.Shape(function, map.length()));
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
      assertInputSet(false);
      INDArray z =
          workspace.createUninitialized(ArrayType.ACTIVATIONS, dataType, input.shape(), 'c');
      if (OneDnn.computes(dataType)) {
        kernels(input).forward(input, z);
      } else if (isSigmoid()) {
        NativeOps.sigmoid(input, z);
      } else {
        NativeOps.relu(input, z);
      }
      output = training ? z : null;
      return z;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray dz, LayerWorkspaceMgr workspace) {
      INDArray dx =
          workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, dz.shape(), 'c');
      if (OneDnn.computes(dataType)) {
        kernels(dz).backward(output, dz, dx);
      } else if (isSigmoid()) {
        output.muli(output, dx);
        output.subi(dx, dx);
        dx.muli(dz);
      } else {
        NativeOps.reluGradient(output, dz, dx);
      }
      output = null;
      return new Pair<>(new DefaultGradient(), dx);
    }

    @Override
    public void clear() {
      super.clear();
      output = null;
    }
  }
}
