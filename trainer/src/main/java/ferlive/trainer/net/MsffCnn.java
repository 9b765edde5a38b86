package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;
import java.util.Optional;

/**
 * MSFF-CNN: multi-scale feature fusion.
 *
 * <p>At 1/2, 1/4 and 1/8 of the input's side, four parallel branches see different scales (1×1,
 * 3×3, narrowed 5×5, and 3×3 on the halved map, enlarged again); a block concatenates them,
 * normalises once and mixes them by a 3×3 convolution. The stages, brought to the smallest, are
 * fused before the classifier.
 *
 * <p>Sources: branches after Szegedy et al. 2015 (arXiv 1409.4842), fusion across stages after Lin
 * et al. 2017 (arXiv 1612.03144).
 */
final class MsffCnn implements NetworkPlan {
  /** Channels of the four branches of a block; their sum is the block's width. */
  private record Branches(int point, int small, int large, int coarse) {
    int total() {
      return point + small + large + coarse;
    }
  }

  @Override
  public Features build(GraphPlan plan, Map input) {
    Map x = plan.convBnRelu(input, 24, 5, 2);
    Map first = block(plan, x, new Branches(8, 16, 4, 4));
    Map second = block(plan, plan.maxPool(first), new Branches(16, 32, 8, 8));
    Map third = block(plan, plan.maxPool(second), new Branches(32, 80, 28, 20));
    Map deep = block(plan, third, new Branches(32, 80, 28, 20));
    return new Features(Stages.fuse(plan, 256, first, second, deep), Optional.empty());
  }

  private static Map block(GraphPlan plan, Map x, Branches branches) {
    Map point = plan.bareConv(x, branches.point(), 1);
    Map small = plan.bareConv(x, branches.small(), 3);
    Map narrow = plan.relu(plan.conv(x, branches.large(), 1));
    Map large = plan.bareConv(narrow, branches.large(), 5);
    Map half = plan.bareConv(plan.averagePool(x, 2), branches.coarse(), 3);
    Map joined = plan.bnRelu(plan.concat(point, small, large, plan.upsample(half, 2)));
    Map mixed = plan.convBn(joined, branches.total(), 3);
    return plan.relu(plan.add(mixed, joined));
  }
}
