package ferlive.trainer.train;

import ferlive.trainer.net.Head;
import ferlive.trainer.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network that learns: its weights, the updater's state and the moving average of the weights
 * with the batch normalisation statistics.
 *
 * <p>Confined to one thread.
 */
final class Learner {
  private static final long STEP_PRIME = 0x9E3779B97F4A7C15L;

  private final Recipe recipe;
  private final int side;
  private final int classes;
  private final Set<Head> heads;
  private final ComputationGraph graph;
  private final INDArray average;
  private final INDArray scratch;

  Learner(Network network, Recipe recipe) {
    this.recipe = recipe;
    this.side = network.spec().side();
    this.classes = network.spec().classes();
    this.heads = network.spec().heads();
    this.graph = new ComputationGraph(network.configuration());
    graph.init();
    graph.initGradientsView();
    this.average = graph.params().dup();
    this.scratch = graph.params().dup();
  }

  /**
   * One step of the optimiser.
   *
   * @param step counted from the start of the training
   * @return mean cross-entropy of the batch with its targets, and those of other heads by their
   *     weights; without weight decay
   */
  double step(Batch batch, long step) {
    // Dropout draws from here, so that a resumed run drops what the whole run would have dropped.
    Nd4j.getRandom().setSeed(recipe.seed() + step * STEP_PRIME);
    INDArray faces = Nd4j.create(batch.faces(), new long[] {batch.size(), side, side, 1}, 'c');
    graph.setInputs(faces);
    graph.setLabels(labels(batch));
    graph.computeGradientAndScore();
    double loss = graph.score() - graph.calcRegularizationScore(true);
    graph
        .getUpdater()
        .update(graph.gradient(), (int) step, 0, batch.size(), LayerWorkspaceMgr.noWorkspaces());
    INDArray weights = graph.params();
    weights.subi(graph.getFlattenedGradients().reshape(weights.length()));
    graph.clear();
    // Early on the average follows closely: it must not remember the random start.
    double decay = Math.min(recipe.averageDecay(), (1.0 + step) / (10.0 + step));
    average.muli(decay).addi(weights.muli(1 - decay, scratch));
    return loss;
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

  /** Number of parameters, with the statistics of the batch normalisations. */
  long parameters() {
    return average.length();
  }

  /** Runs something with the averaged weights in the network. */
  void withAverage(Consumer<ComputationGraph> body) {
    scratch.assign(graph.params());
    graph.params().assign(average);
    try {
      body.accept(graph);
    } finally {
      graph.params().assign(scratch);
    }
  }

  /** A copy of all that must be kept to go on later. */
  LearnerState state() {
    return new LearnerState(
        floats(graph.params()), floats(graph.getUpdater().getStateViewArray()), floats(average));
  }

  /**
   * Goes on from a kept state.
   *
   * @throws IllegalArgumentException when it is of another network
   */
  void restore(LearnerState state) {
    assign(graph.params(), state.weights(), "weights");
    assign(graph.getUpdater().getStateViewArray(), state.updater(), "updater state");
    assign(average, state.average(), "averaged weights");
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static void assign(INDArray target, float[] values, String what) {
    if (target.length() != values.length) {
      throw new IllegalArgumentException(
          what + ": " + values.length + " values for a network of " + target.length());
    }
    target.assign(Nd4j.create(values, target.shape(), 'c'));
  }
}
