package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;
import java.util.Optional;

/**
 * AER-CNN: attention on emotion-relevant regions.
 *
 * <p>Residual stages at 1/2, 1/4 and 1/8 of the input's side. At each, a few region maps (sigmoid,
 * by a 5×5 convolution of narrowed features) are spread into a gate over all channels and pixels,
 * and a squeeze-and-excitation weighs whole channels; the weighted maps of all stages, brought to
 * the smallest, are fused before the classifier. The region maps of the middle stage are what the
 * network can show of where it looked.
 *
 * <p>Sources: region maps with full-size gates are our own; channel weights after Hu et al. 2018
 * (arXiv 1709.01507), the residual gate after Wang et al. 2017 (arXiv 1704.06904).
 */
final class AerCnn implements NetworkPlan {
  private static final int REGIONS = 4;

  private final Widths widths;

  AerCnn(Widths widths) {
    this.widths = widths;
  }

  @Override
  public Features build(GraphPlan plan, Map input) {
    Map x = plan.convBnRelu(input, widths.first(), 5, 2);
    Stage first = stage(plan, Stages.residual(plan, x, widths.first()));
    Map y = Stages.residual(plan, plan.maxPool(first.out()), widths.second());
    Stage second = stage(plan, Stages.residual(plan, y, widths.second()));
    Stage third = stage(plan, Stages.residual(plan, plan.maxPool(second.out()), widths.third()));
    Map deep = Stages.residual(plan, third.out(), widths.third());
    Map features = Stages.fuse(plan, widths.fused(), first.out(), second.out(), deep);
    return new Features(features, Optional.of(second.regions()));
  }

  private record Stage(Map out, Map regions) {}

  private static Stage stage(GraphPlan plan, Map x) {
    Map narrow = plan.relu(plan.conv(x, Math.max(8, x.channels() / 8), 1));
    Map regions = plan.sigmoid(plan.conv(narrow, REGIONS, 5));
    Map gate = plan.sigmoid(plan.conv(regions, x.channels(), 1));
    Map weighted = plan.channelAttention(plan.gate(x, gate), Math.max(8, x.channels() / 8));
    return new Stage(weighted, regions);
  }
}
