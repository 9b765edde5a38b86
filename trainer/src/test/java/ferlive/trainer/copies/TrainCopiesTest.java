package ferlive.trainer.copies;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.copies.TrainCopies.Kind;
import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.SyntheticFaces;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainCopiesTest {
  private static final int SIDE = 48;
  private static final int AREA = SIDE * SIDE;

  private final FaceDataset train = FaceDataset.noise(Expression.LABELS, SIDE, 40, 1);

  @Test
  void find_tellsEqualNearMirroredAndNewFacesApart() {
    byte[] pixels = FaceDataset.noise(Expression.LABELS, SIDE, 4, 2).pixels().clone();
    System.arraycopy(train.pixels(), 7 * AREA, pixels, 0, AREA);
    for (int i = 0; i < AREA; i++) {
      int x = i % SIDE;
      pixels[AREA + i] = darker(train.pixels()[12 * AREA + i], 3 * (i % 2));
      pixels[2 * AREA + i] = darker(train.pixels()[39 * AREA + i - x + SIDE - 1 - x], 2);
    }

    TrainCopies copies = TrainCopies.find(faces(pixels), train);

    assertThat(copies.kinds()).containsExactly(Kind.EXACT, Kind.NEAR, Kind.NEAR, Kind.NEW);
    assertThat(copies.count(Kind.NEAR)).isEqualTo(2);
  }

  @Test
  void find_agreesWithComparingAllPairs() {
    FaceDataset known = SyntheticFaces.of(SIDE, 8, 1);
    FaceDataset faces = SyntheticFaces.of(SIDE, 4, 2);
    TrainCopies copies = TrainCopies.find(faces, known);

    int near = 0;
    for (int i = 0; i < faces.size(); i++) {
      double best = 0;
      for (int j = 0; j < known.size(); j++) {
        best = Math.max(best, correlation(faces, i, known, j, false));
        best = Math.max(best, correlation(faces, i, known, j, true));
      }
      assertThat(copies.kinds().get(i)).isEqualTo(best > 0.97 ? Kind.NEAR : Kind.NEW);
      near += best > 0.97 ? 1 : 0;
    }
    // Stripes of one direction often match, so the test has something to find, and to miss.
    assertThat(near).isBetween(1, faces.size() - 1);
  }

  @Test
  void find_takesFlatFacesForNewUnlessEqual() {
    byte[] flat = new byte[2 * AREA];
    java.util.Arrays.fill(flat, 0, AREA, (byte) 90);
    FaceDataset known = train.subset(new int[] {0, 1}).withPixels(flat.clone());
    java.util.Arrays.fill(flat, 0, AREA, (byte) 91);

    assertThat(TrainCopies.find(known.withPixels(flat), known).kinds())
        .containsExactly(Kind.NEW, Kind.EXACT);
  }

  private static byte darker(byte level, int by) {
    return (byte) Math.max(0, (level & 0xff) - by);
  }

  private FaceDataset faces(byte[] pixels) {
    int[] some = new Random(1).ints(pixels.length / AREA, 0, 40).toArray();
    return train.subset(some).withPixels(pixels);
  }

  private static double correlation(
      FaceDataset first, int i, FaceDataset second, int j, boolean mirrored) {
    double[] a = new double[AREA];
    double[] b = new double[AREA];
    double meanA = 0;
    double meanB = 0;
    for (int n = 0; n < AREA; n++) {
      int x = n % SIDE;
      a[n] = first.pixels()[i * AREA + (mirrored ? n - x + SIDE - 1 - x : n)] & 0xff;
      b[n] = second.pixels()[j * AREA + n] & 0xff;
      meanA += a[n] / AREA;
      meanB += b[n] / AREA;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int n = 0; n < AREA; n++) {
      ab += (a[n] - meanA) * (b[n] - meanB);
      aa += Math.pow(a[n] - meanA, 2);
      bb += Math.pow(b[n] - meanB, 2);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
