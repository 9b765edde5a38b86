package ferlive.trainer.layers;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Channel attention: every channel of input 0 {@code [N,H,W,C]} times its weight in input 1 {@code
 * [N,C]}.
 *
 * <p>Source: squeeze and excitation, Hu et al. 2018, arXiv 1709.01507.
 */
public final class ChannelScaleVertex extends PlainVertex {
  public ChannelScaleVertex() {
    super(2);
  }

  @Override
  public ChannelScaleVertex clone() {
    return new ChannelScaleVertex();
  }

  @Override
  PlainVertexRun run(ComputationGraph graph, String name, int index, DataType dataType) {
    return new Run(graph, name, index, dataType);
  }

  private static final class Run extends PlainVertexRun {
    Run(ComputationGraph graph, String name, int index, DataType dataType) {
      super(graph, name, index, dataType);
    }

    private INDArray weights() {
      INDArray w = inputs[1];
      return w.reshape('c', w.size(0), 1, 1, w.size(1));
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
      INDArray x = inputs[0];
      return x.mul(weights(), activations(workspace, x, x.shape()));
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspace) {
      INDArray x = inputs[0];
      INDArray dx = gradient(workspace, x);
      INDArray dWeights = gradient(workspace, inputs[1]);
      // The sum over the picture as its mean, which has a fast operator. dx serves as scratch.
      epsilon.mul(x, dx);
      NativeOps.globalAverage(dx, dWeights.reshape('c', x.size(0), 1, 1, x.size(3)));
      dWeights.muli(x.size(1) * x.size(2));
      epsilon.mul(weights(), dx);
      return new Pair<>(null, new INDArray[] {dx, dWeights});
    }
  }
}
