package ferlive.trainer.data;

import java.util.Random;

/**
 * A small data set that is the same at every call: each class is a pattern of stripes in a
 * direction of its own, with noise. Easy to learn, and no two samples are equal.
 */
public final class SyntheticFaces {
  private SyntheticFaces() {}

  /**
   * Makes faces of the seven expressions.
   *
   * @param perClass samples of each class in the training split; the public test split has a
   *     quarter of that, at least one
   */
  public static FaceDataset of(int side, int perClass, long seed) {
    Random random = new Random(seed);
    FaceCollector faces = new FaceCollector(side, 16);
    int testsPerClass = Math.max(1, perClass / 4);
    for (int label = 0; label < Expression.LABELS.size(); label++) {
      String folder = Expression.LABELS.get(label);
      for (int i = 0; i < perClass; i++) {
        String name = "train/" + folder + "/Training_" + i + ".png";
        faces.add(stripes(side, label, random), label, Split.TRAIN, name);
      }
      for (int i = 0; i < testsPerClass; i++) {
        String name = "test/" + folder + "/PublicTest_" + i + ".png";
        faces.add(stripes(side, label, random), label, Split.PUBLIC_TEST, name);
      }
    }
    DatasetOrigin origin = new DatasetOrigin("synthetic", DatasetForm.KAGGLE, "0".repeat(64), 0);
    return new FaceDataset(origin, Expression.LABELS, side, faces.pixels(), faces.index());
  }

  /** One picture of a class. */
  public static byte[] stripes(int side, int label, Random random) {
    double angle = Math.PI * label / Expression.LABELS.size();
    double phase = random.nextDouble();
    byte[] face = new byte[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double along = (x * Math.cos(angle) + y * Math.sin(angle)) / side;
        double level = 128 + 80 * Math.sin(2 * Math.PI * (3 * along + phase));
        face[y * side + x] = (byte) Math.round(level + 8 * random.nextGaussian());
      }
    }
    return face;
  }
}
