package ferlive.trainer.train;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network that learns: its weights, the updater's state and the moving average of the weights
 * with the batch normalisation statistics.
 *
 * <p>With several replicas each works on its part of a batch, on a thread of its own, and
 * normalises that part by itself; gradients are added and one step is taken for all.
 *
 * <p><b>Threading</b>: confined to one thread, beside those that it owns.
 */
final class Learner implements AutoCloseable {
  private static final long STEP_PRIME = 0x9E3779B97F4A7C15L;

  private final Recipe recipe;
  private final WarmupCosine learningRate;
  private final List<Replica> replicas = new ArrayList<>();
  private final List<ExecutorService> threads = new ArrayList<>();
  private final ComputationGraph graph;
  private final INDArray average;
  private final INDArray scratch;
  private final Decay decay;
  private INDArray shares;

  /**
   * @param network makes the same network anew at every call
   * @param learningRate of each step, the same as in the network's configuration
   */
  Learner(Supplier<Network> network, Recipe recipe, WarmupCosine learningRate) {
    this.recipe = recipe;
    this.learningRate = learningRate;
    for (int i = 0; i < recipe.replicas(); i++) {
      replicas.add(new Replica(network.get()));
      if (i > 0) {
        threads.add(thread(i));
      }
    }
    this.graph = replicas.get(0).graph();
    this.average = graph.params().dup();
    this.scratch = graph.params().dup();
    this.decay = new Decay(graph, recipe.optimizer());
    shareWeights();
  }

  private static ExecutorService thread(int number) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Runnable work =
              () -> {
                Backend.useThreadsAsBefore();
                task.run();
              };
          Thread made = new Thread(work, "replica-" + number);
          made.setDaemon(true);
          return made;
        });
  }

  private void shareWeights() {
    for (Replica other : replicas.subList(1, replicas.size())) {
      other.graph().params().assign(graph.params());
    }
  }

  /**
   * One step of the optimiser.
   *
   * @param step counted from the start of the training
   * @return mean cross-entropy of the batch with its targets, and those of other heads by their
   *     weights; without weight decay
   */
  double step(Batch batch, long step) throws InterruptedException {
    double loss = learn(batch, step);
    INDArray weights = graph.params();
    INDArray gradients = replicas.get(0).gradients();
    decay.beforeRule(weights, gradients, batch.size());
    graph
        .getUpdater()
        .update(graph.gradient(), (int) step, 0, batch.size(), LayerWorkspaceMgr.noWorkspaces());
    decay.afterRule(weights, gradients, learningRate.valueAt((int) step, 0));
    weights.subi(gradients.reshape(weights.length()));
    replicas.forEach(replica -> replica.graph().clear());
    shareWeights();
    // Early on the average follows closely: it must not remember the random start.
    double decay = Math.min(recipe.averageDecay(), (1.0 + step) / (10.0 + step));
    average.muli(decay);
    Nd4j.getBlasWrapper().level1().axpy(weights.length(), 1 - decay, weights, average);
    return loss;
  }

  /** Leaves the gradients of the whole batch with the first replica. */
  private double learn(Batch batch, long step) throws InterruptedException {
    int count = replicas.size();
    List<Future<Double>> others = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      Replica replica = replicas.get(i);
      Batch part = batch.part(i, count);
      long seed = seed(step, i);
      others.add(threads.get(i - 1).submit(() -> part.size() * replica.learn(part, seed)));
    }
    Batch first = batch.part(0, count);
    double loss = first.size() * replicas.get(0).learn(first, seed(step, 0));
    for (Future<Double> other : others) {
      loss += result(other);
    }
    if (count > 1) {
      addGradients();
    }
    return loss / batch.size();
  }

  private long seed(long step, int replica) {
    return recipe.seed() + (step * recipe.replicas() + replica) * STEP_PRIME;
  }

  private static double result(Future<Double> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a replica failed", e.getCause());
    }
  }

  private void addGradients() {
    INDArray sum = replicas.get(0).gradients();
    if (shares == null) {
      shares = replicas.get(0).shares(replicas.size());
    }
    for (Replica other : replicas.subList(1, replicas.size())) {
      sum.addi(other.gradients());
    }
    sum.muli(shares);
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
    shareWeights();
  }

  /** Starts from the weights of another network. */
  void startFrom(InitialWeights initial, List<String> labels) {
    initial.putInto(graph, labels);
    average.assign(graph.params());
    shareWeights();
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

  /** Ends its threads. Closing twice does nothing. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
  }
}
