package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.net.Network;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchMakerTest {
  private static final int SIDE = 8;
  private static final int AREA = SIDE * SIDE;
  private static final int CLASSES = Expression.LABELS.size();
  private static final FaceDataset FACES = FaceDataset.noise(Expression.LABELS, SIDE, 30, 3);
  private static final Supervision SUPERVISION = Supervision.labels(FACES);

  @Test
  void make_givesSmoothedDistributions() {
    Batch batch = new BatchMaker(SUPERVISION, Recipes.small(2)).make(0, 0);

    assertThat(batch.size()).isEqualTo(8);
    for (int i = 0; i < batch.size(); i++) {
      float[] row = Arrays.copyOfRange(batch.targets(), i * CLASSES, (i + 1) * CLASSES);
      Arrays.sort(row);
      double sum = 0;
      for (float share : row) {
        sum += share;
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
      assertThat(row[CLASSES - 1]).isCloseTo(0.9f + 0.1f / CLASSES, within(1e-6f));
      assertThat(row[0]).isCloseTo(0.1f / CLASSES, within(1e-6f));
    }
  }

  @Test
  void make_dependsOnEpochAndStepAlone() {
    BatchMaker maker = new BatchMaker(SUPERVISION, Recipes.small(2));
    Batch first = maker.make(0, 1);
    maker.make(1, 0);

    Batch again = maker.make(0, 1);

    assertThat(again.faces()).isEqualTo(first.faces());
    assertThat(again.targets()).isEqualTo(first.targets());
    assertThat(maker.make(0, 2).faces()).isNotEqualTo(first.faces());
    assertThat(maker.make(1, 1).faces()).isNotEqualTo(first.faces());
  }

  @Test
  void make_takesEverySampleAtMostOnceAnEpoch() {
    Recipe recipe = plain(8);
    BatchMaker maker = new BatchMaker(SUPERVISION, recipe);
    Set<String> seen = new HashSet<>();

    int steps = BatchMaker.stepsPerEpoch(FACES, recipe);
    for (int step = 0; step < steps; step++) {
      Batch batch = maker.make(0, step);
      for (int i = 0; i < batch.size(); i++) {
        seen.add(Arrays.toString(Arrays.copyOfRange(batch.faces(), i * AREA, (i + 1) * AREA)));
      }
    }

    assertThat(steps).isEqualTo(3);
    assertThat(seen).hasSize(24);
  }

  @Test
  void make_keepsFaceAndLabelTogether() {
    Batch batch = new BatchMaker(SUPERVISION, plain(30)).make(0, 0);

    for (int i = 0; i < batch.size(); i++) {
      int sample = sampleOf(batch, i);
      assertThat(batch.targets()[i * CLASSES + FACES.label(sample)]).isEqualTo(1);
    }
  }

  @Test
  void make_takesAllWithFewerFacesThanABatch() {
    assertThat(BatchMaker.stepsPerEpoch(FACES, plain(64))).isEqualTo(1);
    assertThat(new BatchMaker(SUPERVISION, plain(64)).make(0, 0).size()).isEqualTo(30);
  }

  @Test
  void make_mixesFacesAndTargetsByOneShareWithMixup() {
    Recipe mixed = Recipes.plain(6, new Targets(0, 0.4, 0, 1, 0));
    Batch pure = new BatchMaker(SUPERVISION, Recipes.plain(6, Targets.labels(0))).make(0, 0);

    Batch batch = new BatchMaker(SUPERVISION, mixed).make(0, 0);

    float share = (batch.faces()[0] - pure.faces()[AREA]) / (pure.faces()[0] - pure.faces()[AREA]);
    assertThat(share).isBetween(0f, 1f);
    for (int i = 0; i < 6; i++) {
      int next = (i + 1) % 6;
      for (int k = 0; k < CLASSES; k++) {
        float expected =
            share * pure.targets()[i * CLASSES + k]
                + (1 - share) * pure.targets()[next * CLASSES + k];
        assertThat(batch.targets()[i * CLASSES + k]).isCloseTo(expected, within(1e-3f));
      }
      float pixel = share * pure.faces()[i * AREA] + (1 - share) * pure.faces()[next * AREA];
      assertThat(batch.faces()[i * AREA]).isCloseTo(pixel, within(1e-3f));
    }
  }

  @Test
  void make_addsPicturesWithoutFaceAndWithoutLabel() {
    Recipe labels = Recipes.plain(8, Targets.labels(0));
    Recipe recipe = labels.withTargets(labels.targets(), new FaceOrNot(0.4, 0.25), List.of());

    Batch batch = new BatchMaker(SUPERVISION, recipe).make(0, 0);

    assertThat(BatchMaker.stepsPerEpoch(FACES, recipe)).isEqualTo(5);
    assertThat(batch.size()).isEqualTo(8);
    assertThat(batch.faceness()).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
    float[] negatives = Arrays.copyOfRange(batch.targets(), 6 * CLASSES, 8 * CLASSES);
    assertThat(negatives).containsOnly(0);
    assertThat(Arrays.copyOfRange(batch.faces(), 6 * AREA, 7 * AREA))
        .isNotEqualTo(Arrays.copyOfRange(batch.faces(), 7 * AREA, 8 * AREA));
  }

  private static int sampleOf(Batch batch, int row) {
    for (int sample = 0; sample < FACES.size(); sample++) {
      boolean same = true;
      for (int i = 0; i < AREA && same; i++) {
        double level = batch.faces()[row * AREA + i] * Network.DEVIATION + Network.MEAN;
        same = Math.round(level) == (FACES.pixels()[sample * AREA + i] & 0xff);
      }
      if (same) {
        return sample;
      }
    }
    throw new AssertionError("row " + row + " is no sample");
  }

  private static Recipe plain(int batchSize) {
    return Recipes.plain(batchSize, Targets.labels(0));
  }
}
