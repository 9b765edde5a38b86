package ferlive.trainer.layers;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link PlainVertex} at work: no parameters, no masks. */
abstract class PlainVertexRun extends BaseGraphVertex {
  PlainVertexRun(ComputationGraph graph, String name, int index, DataType dataType) {
    super(graph, name, index, null, null, dataType);
  }

  /** An uninitialised array for what this vertex hands on. */
  static INDArray activations(LayerWorkspaceMgr workspace, INDArray like, long... shape) {
    return workspace.createUninitialized(ArrayType.ACTIVATIONS, like.dataType(), shape, 'c');
  }

  /** An uninitialised array for a gradient that this vertex hands back. */
  static INDArray gradient(LayerWorkspaceMgr workspace, INDArray like) {
    return workspace.createUninitialized(
        ArrayType.ACTIVATION_GRAD, like.dataType(), like.shape(), 'c');
  }

  @Override
  public final boolean hasLayer() {
    return false;
  }

  @Override
  public final Layer getLayer() {
    return null;
  }

  @Override
  public final void setBackpropGradientsViewArray(INDArray view) {
    if (view != null) {
      throw new IllegalArgumentException(vertexName + " has no parameters");
    }
  }

  @Override
  public final Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return null;
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "(" + vertexName + ")";
  }
}
