package ferlive.trainer.train;

import ferlive.trainer.data.Expression;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Head;
import ferlive.trainer.net.NetworkSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Small checkpoints that belong to no real network. */
final class Checkpoints {
  private Checkpoints() {}

  /** One that its step tells from others. */
  static Checkpoint atStep(long step) {
    float[] weights = {1.5f, -2, (float) step};
    return new Checkpoint(
        new CheckpointHeader(
            new NetworkSpec(Architecture.MSFF_CNN, 48, 7, 0.2, Set.of(Head.VOTES)),
            Recipes.small(3),
            new CheckpointHeader.DataOrigin("faces.zip", "ab".repeat(32), 99, "public"),
            Expression.LABELS,
            step,
            12.5,
            List.of(new EpochReport(1, 0.1, 1.8, 0.4, 0.3, 250))),
        new LearnerState(weights, Arrays.copyOf(weights, 2), weights.clone()));
  }
}
