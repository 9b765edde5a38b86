package ferlive.trainer.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean of each channel over the picture: {@code [N,H,W,C]} to {@code [N,C]}. */
public final class GlobalAverageVertex extends PlainVertex {
  public GlobalAverageVertex() {
    super(1);
  }

  @Override
  public GlobalAverageVertex clone() {
    return new GlobalAverageVertex();
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... types) {
    return InputType.feedForward(((InputTypeConvolutional) types[0]).getChannels());
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
      INDArray z = activations(workspace, x, x.size(0), x.size(3));
      NativeOps.globalAverage(x, z.reshape('c', x.size(0), 1, 1, x.size(3)));
      return z;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspace) {
      INDArray x = inputs[0];
      INDArray dx = gradient(workspace, x);
      NativeOps.globalAverageGradient(x, epsilon.reshape('c', x.size(0), 1, 1, x.size(3)), dx);
      return new Pair<>(null, new INDArray[] {dx});
    }
  }
}
