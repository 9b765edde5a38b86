package ferlive.trainer.train;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * How a step is taken.
 *
 * @param method which rule
 * @param learningRate at its peak, after the warm-up
 * @param warmupEpochs over which the learning rate rises in a line; then it falls as a cosine
 * @param momentum of Nesterov's accelerated gradient, or first decay of AdamW, 0..1
 * @param weightDecay coefficient of half the squared weights in the loss with Nesterov's method;
 *     with AdamW the share of the weights, times the learning rate, that goes at every step
 */
public record Optimizer(
    Method method, double learningRate, double warmupEpochs, double momentum, double weightDecay) {

  /** Rules for a step. */
  public enum Method {
    /** Stochastic gradient descent with Nesterov's accelerated gradient. */
    NESTEROV,
    /** Adam with decoupled weight decay. Source: Loshchilov and Hutter 2019, arXiv 1711.05101. */
    ADAMW
  }

  private static final double SECOND_DECAY = 0.999;

  public Optimizer {
    Range.check("learning rate", learningRate, 1e-6, 10);
    Range.check("warm-up", warmupEpochs, 0, 10_000);
    Range.check("momentum", momentum, 0, 0.9999);
    Range.check("weight decay", weightDecay, 0, 1);
  }

  /** DL4J's rule at the learning rates of a schedule. */
  IUpdater updater(ISchedule schedule) {
    return switch (method) {
      case NESTEROV -> new Nesterovs(schedule, momentum);
      case ADAMW ->
          Adam.builder().learningRateSchedule(schedule).beta1(momentum).beta2(SECOND_DECAY).build();
    };
  }

  Optimizer withWarmup(double epochs) {
    return new Optimizer(method, learningRate, epochs, momentum, weightDecay);
  }

  /** The same at another learning rate. */
  public Optimizer withLearningRate(double rate) {
    return new Optimizer(method, rate, warmupEpochs, momentum, weightDecay);
  }
}
