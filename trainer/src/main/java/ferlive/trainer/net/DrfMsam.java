package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;
import java.util.Optional;
import org.nd4j.linalg.activations.Activation;

/**
 * DRF-MSAM: dynamic receptive field and multi-scale attention module.
 *
 * <p>At 1/2, 1/4 and 1/8 of the input's side: a residual unit, then the dynamic receptive field
 * (3×3, narrowed 5×5, and 3×3 on the halved map; the picture itself chooses their mix, channel by
 * channel), then attention computed at three scales of the map and spread into one gate over all
 * channels and pixels. The stages, brought to the smallest, are fused before the classifier.
 *
 * <p>Sources: selection after Li et al. 2019 (selective kernels, arXiv 1903.06586), gates after
 * Wang et al. 2017 (arXiv 1704.06904).
 */
final class DrfMsam implements NetworkPlan {
  @Override
  public Features build(GraphPlan plan, Map input) {
    Map x = plan.convBnRelu(input, 16, 5, 2);
    Attended first = stage(plan, plan.convBnRelu(x, 16, 3));
    Attended second = stage(plan, AerCnn.residual(plan, plan.maxPool(first.out()), 48));
    Attended third = stage(plan, AerCnn.residual(plan, plan.maxPool(second.out()), 112));
    Map fused =
        plan.concat(
            plan.averagePool(first.out(), 4), plan.averagePool(second.out(), 2), third.out());
    Map features = plan.globalAverage(plan.convBnRelu(fused, 192, 1));
    return new Features(features, Optional.of(second.gate()));
  }

  private record Attended(Map out, Map gate) {}

  private static Attended stage(GraphPlan plan, Map x) {
    return multiScaleAttention(plan, dynamicField(plan, x));
  }

  /** Selection among three receptive fields, with a skip connection around it. */
  private static Map dynamicField(GraphPlan plan, Map x) {
    int channels = x.channels();
    Map small = plan.convBnRelu(x, channels, 3);
    Map narrow = plan.relu(plan.conv(x, channels / 4, 1));
    Map large = plan.convBnRelu(narrow, channels, 5);
    Map coarse = plan.upsample(plan.convBnRelu(plan.averagePool(x, 2), channels, 3), 2);
    Map squeezed =
        plan.dense(
            plan.globalAverage(plan.add(small, large, coarse)),
            Math.max(16, channels / 4),
            Activation.RELU);
    Map logits = plan.dense(squeezed, 3 * channels, Activation.IDENTITY);
    return plan.add(plan.select(small, large, coarse, logits), x);
  }

  /** A gate from 3×3 context at the map's own scale, its half and its third or quarter. */
  private static Attended multiScaleAttention(GraphPlan plan, Map x) {
    int narrow = Math.max(8, x.channels() / 8);
    int coarsest = x.side() % 3 == 0 ? 3 : x.side() % 4 == 0 ? 4 : 2;
    Map t = plan.relu(plan.conv(x, narrow, 1));
    Map own = plan.conv(t, narrow, 3);
    Map half = plan.upsample(plan.conv(plan.averagePool(t, 2), narrow, 3), 2);
    Map far = plan.upsample(plan.conv(plan.averagePool(t, coarsest), narrow, 3), coarsest);
    Map gate = plan.sigmoid(plan.conv(plan.concat(own, half, far), x.channels(), 1));
    return new Attended(plan.gate(x, gate), gate);
  }
}
