package ferlive.trainer.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation of the last axis, with an optional ReLU behind it in the same layer.
 *
 * <p>Source: Ioffe and Szegedy 2015, arXiv 1502.03167. Running statistics move by 1 - decay = 0.1 a
 * step and are parameters ({@code mean}, {@code var}) whose "gradient" is that move, as DL4J has
 * it: an updater subtracts it as it is.
 */
public final class FastBatchNorm extends BatchNormalization {
  private static final double DECAY = 0.9;
  private static final double EPSILON = 1e-5;

  /** For JSON. */
  public FastBatchNorm() {
    setDecay(DECAY);
    setEps(EPSILON);
    setMinibatch(true);
    setGamma(1);
    setBeta(0);
    setUseLogStd(false);
    setCnn2DFormat(CNN2DFormat.NHWC);
    setActivationFn(new ActivationIdentity());
  }

  /** Normalisation alone. */
  public static FastBatchNorm linear() {
    return new FastBatchNorm();
  }

  /** Normalisation, then ReLU. */
  public static FastBatchNorm relu() {
    FastBatchNorm layer = new FastBatchNorm();
    layer.setActivationFn(new ActivationReLU());
    return layer;
  }

  /** Whether a ReLU stands behind the normalisation. */
  public boolean rectified() {
    return getActivationFn() instanceof ActivationReLU;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray paramsView,
      boolean initialize,
      DataType dataType) {
    return LayerRuns.ready(
        new FastBatchNormRun(conf, dataType), listeners, index, paramsView, initialize);
  }
}
