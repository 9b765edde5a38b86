package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {
  private static final Batch BATCH =
      new Batch(
          3,
          new float[] {1, 2, 11, 12, 21, 22},
          new float[] {3, 13, 23},
          new float[0],
          new float[] {4, 14, 24});

  @Test
  void part_takesEveryOtherRow() {
    Batch first = BATCH.part(0, 2);
    Batch second = BATCH.part(1, 2);

    assertThat(first.size()).isEqualTo(2);
    assertThat(first.faces()).containsExactly(1, 2, 21, 22);
    assertThat(first.targets()).containsExactly(3, 23);
    assertThat(first.votes()).isEmpty();
    assertThat(second.size()).isEqualTo(1);
    assertThat(second.faces()).containsExactly(11, 12);
    assertThat(second.faceness()).containsExactly(14);
  }

  @Test
  void part_isTheWholeWithOnePart() {
    assertThat(BATCH.part(0, 1)).isSameAs(BATCH);
  }
}
