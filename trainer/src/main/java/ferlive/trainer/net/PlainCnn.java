package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;
import java.util.Optional;

/**
 * The control that the others are held against: the residual stages of {@link AerCnn} without its
 * attention. It may have {@link MultiScaleAttention} in its place, to show what that alone brings.
 */
final class PlainCnn implements NetworkPlan {
  private final boolean attentive;

  /**
   * @param attentive whether each stage ends in multi-scale attention
   */
  PlainCnn(boolean attentive) {
    this.attentive = attentive;
  }

  @Override
  public Features build(GraphPlan plan, Map input) {
    Map x = plan.convBnRelu(input, 24, 5, 2);
    Map first = stage(plan, Stages.residual(plan, x, 24));
    Map y = Stages.residual(plan, plan.maxPool(first), 48);
    Map second = stage(plan, Stages.residual(plan, y, 48));
    Map third = stage(plan, Stages.residual(plan, plan.maxPool(second), 112));
    Map deep = Stages.residual(plan, third, 112);
    return new Features(Stages.fuse(plan, 192, first, second, deep), Optional.empty());
  }

  private Map stage(GraphPlan plan, Map x) {
    return attentive ? MultiScaleAttention.of(plan, x).out() : x;
  }
}
