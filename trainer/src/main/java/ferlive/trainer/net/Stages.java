package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;

/** What the networks have in common: residual units, and the fusion of three stages. */
final class Stages {
  private Stages() {}

  /**
   * Two 3×3 convolutions with a skip connection around them. Source: He et al. 2016, arXiv
   * 1512.03385.
   */
  static Map residual(GraphPlan plan, Map x, int channels) {
    Map inner = plan.convBn(plan.convBnRelu(x, channels, 3), channels, 3);
    Map skip = x.channels() == channels ? x : plan.convBn(x, channels, 1);
    return plan.relu(plan.add(inner, skip));
  }

  /**
   * The maps of three stages, each of half the side of the one before, as one vector.
   *
   * @param channels of the vector
   */
  static Map fuse(GraphPlan plan, int channels, Map first, Map second, Map third) {
    Map joined = plan.concat(plan.averagePool(first, 4), plan.averagePool(second, 2), third);
    return plan.globalAverage(plan.convBnRelu(joined, channels, 1));
  }
}
