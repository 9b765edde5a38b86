package ferlive.trainer.train;

import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Decay of the weights of convolutions and dense layers, not of biases and normalisation: one pass
 * over all parameters, where DL4J makes several over each.
 *
 * <p>Confined to one thread.
 */
final class Decay {
  private final Optimizer optimizer;

  /** 1 for what decays, 0 for the rest. */
  private final INDArray mask;

  private final INDArray scratch;

  Decay(ComputationGraph graph, Optimizer optimizer) {
    this.optimizer = optimizer;
    this.scratch = graph.params().dup();
    graph.params().assign(0);
    for (Map.Entry<String, INDArray> parameter : graph.paramTable().entrySet()) {
      if (parameter.getKey().endsWith("_W")) {
        parameter.getValue().assign(1);
      }
    }
    this.mask = graph.params().dup();
    graph.params().assign(scratch);
  }

  /** Adds its part to gradients that are summed over {@code faces}, before the optimiser's rule. */
  void beforeRule(INDArray weights, INDArray gradients, int faces) {
    if (optimizer.method() == Optimizer.Method.NESTEROV) {
      add(weights, gradients, optimizer.weightDecay() * faces);
    }
  }

  /** Adds its part to what the optimiser's rule is about to subtract. */
  void afterRule(INDArray weights, INDArray steps, double learningRate) {
    if (optimizer.method() == Optimizer.Method.ADAMW) {
      add(weights, steps, optimizer.weightDecay() * learningRate);
    }
  }

  private void add(INDArray weights, INDArray to, double factor) {
    if (factor > 0) {
      weights.muli(mask, scratch);
      Nd4j.getBlasWrapper().level1().axpy(to.length(), factor, scratch, to);
    }
  }
}
