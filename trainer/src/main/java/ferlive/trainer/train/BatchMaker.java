package ferlive.trainer.train;

import ferlive.trainer.augment.Augmenter;
import ferlive.trainer.augment.NotFaces;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.net.Network;
import java.util.SplittableRandom;

/**
 * Makes the batches of an epoch. A batch depends on the seed, the epoch and the step alone.
 *
 * <p>Every epoch shuffles anew and leaves out what does not fill the last batch. Confined to one
 * thread.
 */
final class BatchMaker {
  /** Stands for the step where the order of an epoch is drawn. */
  private static final int SHUFFLE = -1;

  private final FaceDataset faces;
  private final Recipe recipe;
  private final Augmenter augmenter;
  private final TargetMaker targetMaker;
  private final NotFaces notFaces;
  private int[] order = {};
  private int orderedEpoch = -1;

  BatchMaker(Supervision supervision, Recipe recipe) {
    this.faces = supervision.faces();
    this.recipe = recipe;
    this.targetMaker = new TargetMaker(supervision, recipe.targets());
    this.notFaces =
        new NotFaces(faces, supervision.photographs(), recipe.augmentation().degradation());
    this.augmenter = new Augmenter(recipe.augmentation());
  }

  /** Steps of an epoch, at least 1. */
  static int stepsPerEpoch(FaceDataset faces, Recipe recipe) {
    return Math.max(1, faces.size() / facesPerStep(recipe));
  }

  private static int facesPerStep(Recipe recipe) {
    return recipe.batchSize() - recipe.faceOrNot().count(recipe.batchSize());
  }

  Batch make(int epoch, int step) {
    shuffle(epoch);
    int area = faces.side() * faces.side();
    int known = Math.min(facesPerStep(recipe), faces.size());
    int size = known + recipe.faceOrNot().count(recipe.batchSize());
    float[] inputs = new float[size * area];
    SplittableRandom random = random(epoch, step);
    for (int i = 0; i < known; i++) {
      int from = order[step * known + i] * area;
      augmenter.apply(faces.pixels(), from, faces.side(), inputs, i * area, random);
    }
    float share = 1;
    if (recipe.targets().mixup() > 0) {
      share = (float) Mixup.share(recipe.targets().mixup(), random);
      Mixup.mix(inputs, known, area, share);
    }
    for (int i = known; i < size; i++) {
      notFaces.make(inputs, i * area, random);
    }
    standardize(inputs);
    return withTargets(inputs, size, known, step, share);
  }

  private Batch withTargets(float[] inputs, int size, int known, int step, float share) {
    int classes = faces.labels().size();
    boolean faceOrNot = recipe.faceOrNot().weight() > 0;
    Batch batch =
        new Batch(
            size,
            inputs,
            new float[size * classes],
            new float[size * targetMaker.votesSize()],
            new float[faceOrNot ? size : 0]);
    for (int i = 0; i < known; i++) {
      addTargets(batch, i, order[step * known + i], share);
      if (share < 1) {
        addTargets(batch, i, order[step * known + (i + 1) % known], 1 - share);
      }
    }
    return batch;
  }

  private void addTargets(Batch batch, int row, int face, float share) {
    targetMaker.labels(face, share, batch.targets(), row * faces.labels().size());
    if (targetMaker.votesSize() > 0) {
      targetMaker.votes(face, share, batch.votes(), row * targetMaker.votesSize());
    }
    if (batch.faceness().length > 0) {
      batch.faceness()[row] += share * targetMaker.face(face);
    }
  }

  private SplittableRandom random(int epoch, int step) {
    return new SplittableRandom(mixed(mixed(recipe.seed() + epoch) + step));
  }

  /**
   * Seeds that differ little must not give streams that run into one another. Source: the finaliser
   * of SplitMix64, Steele et al. 2014, doi 10.1145/2714064.2660195.
   */
  private static long mixed(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static void standardize(float[] gray) {
    float mean = (float) Network.MEAN;
    float scale = (float) (1 / Network.DEVIATION);
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (gray[i] - mean) * scale;
    }
  }

  private void shuffle(int epoch) {
    if (epoch == orderedEpoch) {
      return;
    }
    order = new int[faces.size()];
    SplittableRandom random = random(epoch, SHUFFLE);
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    orderedEpoch = epoch;
  }
}
