package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;

/**
 * A gate over all channels and pixels from 3×3 context at a map's own scale, its half and its third
 * or quarter.
 *
 * <p>Source of the gate: residual attention, Wang et al. 2017, arXiv 1704.06904.
 *
 * @param out the map, weighted
 * @param gate 0..1, of the same shape
 */
record MultiScaleAttention(Map out, Map gate) {
  static MultiScaleAttention of(GraphPlan plan, Map x) {
    int narrow = Math.max(8, x.channels() / 8);
    int coarsest = x.side() % 3 == 0 ? 3 : x.side() % 4 == 0 ? 4 : 2;
    Map t = plan.relu(plan.conv(x, narrow, 1));
    Map own = plan.conv(t, narrow, 3);
    Map half = plan.upsample(plan.conv(plan.averagePool(t, 2), narrow, 3), 2);
    Map far = plan.upsample(plan.conv(plan.averagePool(t, coarsest), narrow, 3), coarsest);
    Map gate = plan.sigmoid(plan.conv(plan.concat(own, half, far), x.channels(), 1));
    return new MultiScaleAttention(plan.gate(x, gate), gate);
  }
}
