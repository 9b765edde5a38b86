package ferlive.trainer.net;

import ferlive.trainer.net.GraphPlan.Map;
import java.util.Optional;

/** One network up to its features; the classifier on top is common to all. */
interface NetworkPlan {
  /**
   * Adds the network's layers.
   *
   * @param input standardised gray picture, one channel
   */
  Features build(GraphPlan plan, Map input);

  /**
   * What a network gives.
   *
   * @param vector the features that are classified
   * @param attention maps 0..1 of where it looked, empty where the network has none
   */
  record Features(Map vector, Optional<Map> attention) {}
}
