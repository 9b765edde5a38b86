package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.backend.Backend;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.SyntheticFaces;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.net.Network;
import ferlive.trainer.net.NetworkSpec;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final int SIDE = 32;
  private static final FaceDataset FACES = SyntheticFaces.of(SIDE, 4, 1);
  private static final NetworkSpec SPEC =
      new NetworkSpec(Architecture.PLAIN, SIDE, Expression.LABELS.size(), 0, Set.of());

  @BeforeAll
  static void useOneThread() {
    Backend.useThreads(1);
  }

  @Test
  void step_learnsAsFastWithTwoReplicas() throws InterruptedException {
    double one = meanLoss(24, 1);
    double two = meanLoss(24, 2);

    assertThat(two).isLessThan(1.6).isCloseTo(one, within(0.4));
  }

  @Test
  void step_endsWithTheSameWeightsEveryTimeWithTwoReplicas() throws InterruptedException {
    float[] once = weightsAfter(3, 2);
    float[] again = weightsAfter(3, 2);
    double difference = 0;
    for (int i = 0; i < once.length; i++) {
      difference = Math.max(difference, Math.abs(once[i] - again[i]));
    }

    assertThat(difference).isLessThan(1e-6);
  }

  @Test
  void step_keepsStatisticsOfTheFacesWithTwoReplicas() throws InterruptedException {
    float[] one = weightsAfter(1, 1);
    float[] two = weightsAfter(1, 2);
    // Statistics that were added and not averaged would have moved twice as far.
    double difference = 0;
    double scale = 0;
    for (int i = 0; i < one.length; i++) {
      difference += Math.abs(one[i] - two[i]);
      scale += Math.abs(one[i]);
    }

    assertThat(difference / scale).isLessThan(0.05);
  }

  /** Over the last half of the steps: that of a single one depends on its faces. */
  private static double meanLoss(int steps, int replicas) throws InterruptedException {
    Recipe recipe = Recipes.small(40).withReplicas(replicas);
    BatchMaker maker = new BatchMaker(Supervision.labels(FACES), recipe);
    double loss = 0;
    try (Learner learner =
        new Learner(() -> network(recipe), recipe, TrainingRun.schedule(recipe, 1))) {
      for (int i = 0; i < steps; i++) {
        double last = learner.step(maker.make(i, 0), i);
        loss += i < steps / 2 ? 0 : last;
      }
    }
    return loss / (steps - steps / 2);
  }

  private static float[] weightsAfter(int steps, int replicas) throws InterruptedException {
    Recipe recipe = Recipes.small(40).withReplicas(replicas);
    BatchMaker maker = new BatchMaker(Supervision.labels(FACES), recipe);
    try (Learner learner =
        new Learner(() -> network(recipe), recipe, TrainingRun.schedule(recipe, 1))) {
      for (int i = 0; i < steps; i++) {
        learner.step(maker.make(i, 0), i);
      }
      return learner.state().weights();
    }
  }

  private static Network network(Recipe recipe) {
    return TrainingRun.network(SPEC, recipe, 10);
  }
}
