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
  private final Widths widths;
  private final boolean attentive;

  /**
   * @param attentive false leaves the attention out, to show what the receptive field alone brings
   */
  DrfMsam(Widths widths, boolean attentive) {
    this.widths = widths;
    this.attentive = attentive;
  }

  @Override
  public Features build(GraphPlan plan, Map input) {
    Map x = plan.convBnRelu(input, widths.first(), 5, 2);
    Stage first = stage(plan, plan.convBnRelu(x, widths.first(), 3));
    Stage second = stage(plan, Stages.residual(plan, plan.maxPool(first.out()), widths.second()));
    Stage third = stage(plan, Stages.residual(plan, plan.maxPool(second.out()), widths.third()));
    return new Features(
        Stages.fuse(plan, widths.fused(), first.out(), second.out(), third.out()),
        second.attention());
  }

  private record Stage(Map out, Optional<Map> attention) {}

  private Stage stage(GraphPlan plan, Map x) {
    Map field = dynamicField(plan, x);
    if (!attentive) {
      return new Stage(field, Optional.empty());
    }
    MultiScaleAttention attention = MultiScaleAttention.of(plan, field);
    return new Stage(attention.out(), Optional.of(attention.gate()));
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
}
