package ferlive.trainer.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every pixel of a map {@code [N,H,W,C]} repeated to a square, on the operators of average pooling:
 * several times as fast as DL4J's own layer.
 */
public final class FastUpsampling extends Upsampling2D {
  /** For JSON. */
  public FastUpsampling() {}

  private FastUpsampling(Builder builder) {
    super(builder);
  }

  /**
   * An enlargement.
   *
   * @param size side of the square
   */
  public static FastUpsampling of(int size) {
    return new FastUpsampling(new Builder(size).dataFormat(CNN2DFormat.NHWC));
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
  private static final class Run
      extends org.deeplearning4j.nn.layers.convolution.upsampling.Upsampling2D {
    Run(NeuralNetConfiguration conf, DataType dataType) {
      super(conf, dataType);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
      assertInputSet(false);
      int size = getSize()[0];
      long[] shape = {input.size(0), input.size(1) * size, input.size(2) * size, input.size(3)};
      INDArray z = workspace.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
      NativeOps.enlarge(input, size, z);
      return z;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray dz, LayerWorkspaceMgr workspace) {
      assertInputSet(true);
      INDArray dx =
          workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
      NativeOps.enlargeGradient(dz, getSize()[0], dx);
      return new Pair<>(new DefaultGradient(), dx);
    }
  }
}
