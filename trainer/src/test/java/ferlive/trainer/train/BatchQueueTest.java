package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import org.junit.jupiter.api.Test;

class BatchQueueTest {
  private static final Supervision FACES =
      Supervision.labels(FaceDataset.noise(Expression.LABELS, 8, 20, 3));

  @Test
  void take_goesOnIntoTheNextEpochFromAnyStep() throws InterruptedException {
    BatchMaker expected = new BatchMaker(FACES, Recipes.small(3));
    BatchMaker maker = new BatchMaker(FACES, Recipes.small(3));

    try (BatchQueue queue = new BatchQueue(maker, 2, 3)) {
      assertThat(queue.take().faces()).isEqualTo(expected.make(1, 1).faces());
      assertThat(queue.take().faces()).isEqualTo(expected.make(2, 0).faces());
    }
  }
}
