package ferlive.trainer.layers;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Attention with a residual path: {@code x (1 + g)} for features x and gate g of one shape, so that
 * a cold gate still lets features and gradients through.
 *
 * <p>Source: residual attention, Wang et al. 2017, arXiv 1704.06904.
 */
public final class ResidualGateVertex extends PlainVertex {
  public ResidualGateVertex() {
    super(2);
  }

  @Override
  public ResidualGateVertex clone() {
    return new ResidualGateVertex();
  }

  @Override
  PlainVertexRun run(ComputationGraph graph, String name, int index, DataType dataType) {
    return new Run(graph, name, index, dataType);
  }

  private static final class Run extends PlainVertexRun {
    Run(ComputationGraph graph, String name, int index, DataType dataType) {
      super(graph, name, index, dataType);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
      INDArray x = inputs[0];
      INDArray z = activations(workspace, x, x.shape());
      x.muli(inputs[1], z);
      return z.addi(x);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspace) {
      INDArray dx = gradient(workspace, inputs[0]);
      INDArray dGate = gradient(workspace, inputs[1]);
      epsilon.muli(inputs[0], dGate);
      epsilon.muli(inputs[1], dx);
      dx.addi(epsilon);
      return new Pair<>(null, new INDArray[] {dx, dGate});
    }
  }
}
