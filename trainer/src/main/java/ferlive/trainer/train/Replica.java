package ferlive.trainer.train;

import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One copy of a network, which works out the gradients of its part of a batch.
 *
 * <p>Confined to one thread at a time; ND4J keeps workspaces and random numbers by thread, so it
 * should be the same thread always.
 */
final class Replica {
  private final ComputationGraph graph;
  private final int side;
  private final int classes;
  private final Iterable<Head> heads;

  /**
   * @param network used by nothing else: DL4J keeps the mask of a dropout in the configuration
   */
  Replica(Network network) {
    this.side = network.spec().side();
    this.classes = network.spec().classes();
    this.heads = network.spec().heads();
    this.graph = new ComputationGraph(network.configuration());
    graph.init();
    graph.initGradientsView();
  }

  ComputationGraph graph() {
    return graph;
  }

  /** Gradients of all parameters, flat; those of the last {@link #learn}. */
  INDArray gradients() {
    return graph.getFlattenedGradients();
  }

  /**
   * Works out the gradients of some faces, summed over them.
   *
   * @param seed of what dropout drops
   * @return mean loss of these faces
   */
  double learn(Batch batch, long seed) {
    // Dropout draws from here, so that a resumed run drops what the whole run would have dropped.
    Nd4j.getRandom().setSeed(seed);
    graph.setInputs(Nd4j.create(batch.faces(), new long[] {batch.size(), side, side, 1}, 'c'));
    graph.setLabels(labels(batch));
    graph.computeGradientAndScore();
    return graph.score();
  }

  private INDArray[] labels(Batch batch) {
    List<INDArray> labels = new ArrayList<>();
    labels.add(Nd4j.create(batch.targets(), new long[] {batch.size(), classes}, 'c'));
    for (Head head : heads) {
      float[] targets =
          switch (head) {
            case VOTES -> batch.votes();
            case FACE -> batch.faceness();
          };
      labels.add(Nd4j.create(targets, new long[] {batch.size(), head.size()}, 'c'));
    }
    return labels.toArray(INDArray[]::new);
  }

  /**
   * What each gradient must be multiplied with after those of several replicas are added: 1, but
   * for the moves of normalisation statistics, of which the mean is wanted. After {@link #learn}.
   */
  INDArray shares(int replicas) {
    INDArray flat = gradients();
    INDArray kept = flat.dup();
    flat.assign(1);
    for (Map.Entry<String, INDArray> view : graph.gradient().gradientForVariable().entrySet()) {
      if (view.getKey().endsWith("_mean") || view.getKey().endsWith("_var")) {
        view.getValue().assign(1.0 / replicas);
      }
    }
    INDArray shares = flat.dup();
    flat.assign(kept);
    return shares;
  }
}
