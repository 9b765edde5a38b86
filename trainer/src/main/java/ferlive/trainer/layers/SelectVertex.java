package ferlive.trainer.layers;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Dynamic receptive field: three branches {@code [N,H,W,C]} and logits {@code [N,3C]} (branch by
 * branch); for every channel the branches are mixed by the softmax of their three logits.
 *
 * <p>Source: selective kernels, Li et al. 2019, arXiv 1903.06586.
 */
public final class SelectVertex extends PlainVertex {
  /** Number of branches. */
  public static final int BRANCHES = 3;

  public SelectVertex() {
    super(BRANCHES + 1);
  }

  @Override
  public SelectVertex clone() {
    return new SelectVertex();
  }

  @Override
  PlainVertexRun run(ComputationGraph graph, String name, int index, DataType dataType) {
    return new Run(graph, name, index, dataType);
  }

  private static final class Run extends PlainVertexRun {
    Run(ComputationGraph graph, String name, int index, DataType dataType) {
      super(graph, name, index, dataType);
    }

    /** Softmax over the branches, as {@code [3,N,1,1,C]} so that each branch is contiguous. */
    private INDArray shares() {
      long batch = inputs[0].size(0);
      long channels = inputs[0].size(3);
      INDArray e =
          inputs[BRANCHES].reshape('c', batch, BRANCHES, channels).permute(1, 0, 2).dup('c');
      e.subi(e.max(true, 0).broadcast(BRANCHES, batch, channels));
      Transforms.exp(e, false);
      e.divi(e.sum(true, 0).broadcast(BRANCHES, batch, channels));
      return e.reshape('c', BRANCHES, batch, 1, 1, channels);
    }

    private static INDArray branch(INDArray all, int branch) {
      return all.get(NDArrayIndex.point(branch));
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
      INDArray shares = shares();
      INDArray x = inputs[0];
      INDArray z = activations(workspace, x, x.shape());
      INDArray part = Nd4j.createUninitialized(x.dataType(), x.shape(), 'c');
      x.mul(branch(shares, 0), z);
      for (int i = 1; i < BRANCHES; i++) {
        z.addi(inputs[i].mul(branch(shares, i), part));
      }
      return z;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspace) {
      INDArray shares = shares();
      long batch = inputs[0].size(0);
      long channels = inputs[0].size(3);
      long pixels = inputs[0].size(1) * inputs[0].size(2);
      INDArray dShares = Nd4j.createUninitialized(shares.dataType(), shares.shape(), 'c');
      INDArray[] gradients = new INDArray[BRANCHES + 1];
      for (int i = 0; i < BRANCHES; i++) {
        INDArray dx = gradient(workspace, inputs[i]);
        epsilon.muli(inputs[i], dx);
        NativeOps.globalAverage(dx, branch(dShares, i));
        epsilon.mul(branch(shares, i), dx);
        gradients[i] = dx;
      }
      dShares.muli(pixels);
      // Softmax: dl_m = s_m (ds_m - Σ_k s_k ds_k).
      INDArray dot = dShares.mul(shares).sum(true, 0);
      dShares.subi(dot.broadcast(BRANCHES, batch, 1, 1, channels)).muli(shares);
      INDArray dLogits = gradient(workspace, inputs[BRANCHES]);
      dLogits
          .reshape('c', batch, BRANCHES, channels)
          .assign(dShares.reshape('c', BRANCHES, batch, channels).permute(1, 0, 2));
      gradients[BRANCHES] = dLogits;
      return new Pair<>(null, gradients);
    }
  }
}
