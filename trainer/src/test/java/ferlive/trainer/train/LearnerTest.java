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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

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
    float[] one = means(weightsAfter(1, 1));
    float[] two = means(weightsAfter(1, 2));
    double difference = 0;
    double moved = 0;
    for (int i = 0; i < one.length; i++) {
      difference += Math.abs(one[i] - two[i]);
      moved += Math.abs(one[i]);
    }

    assertThat(moved).isPositive();
    // Added and not averaged, they would have moved twice as far: the quotient would be 1.
    assertThat(difference / moved).isLessThan(0.3);
  }

  /** Means kept by the normalisations, which are 0 before the first step. */
  private static float[] means(float[] weights) {
    ComputationGraph graph = new ComputationGraph(network(Recipes.small(40)).configuration());
    graph.init();
    graph.setParams(Nd4j.create(weights, new long[] {1, weights.length}, 'c'));
    List<Float> means = new ArrayList<>();
    graph
        .paramTable()
        .forEach(
            (name, values) -> {
              if (name.endsWith("_mean")) {
                for (float value : values.dup('c').data().asFloat()) {
                  means.add(value);
                }
              }
            });
    graph.close();
    float[] array = new float[means.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = means.get(i);
    }
    return array;
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
