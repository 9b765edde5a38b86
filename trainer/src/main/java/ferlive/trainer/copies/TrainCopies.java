package ferlive.trainer.copies;

import ferlive.trainer.data.FaceDataset;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which faces of a test split also stand in the training split.
 *
 * @param kinds one for each test face
 */
public record TrainCopies(List<Kind> kinds) {
  /** How a test face stands to the training split. */
  public enum Kind {
    /** Not in it. */
    NEW,
    /** Equal to a training face pixel by pixel. */
    EXACT,
    /** Correlates with a training face, or with its mirror image, by more than 0.97. */
    NEAR
  }

  private static final double NEAR = 0.97;

  /** Squared distance of two unit vectors whose product is {@link #NEAR}, and room for rounding. */
  private static final float REACH = (float) (2 - 2 * NEAR + 1e-4);

  /** Numbers of a sketch that are compared at a time; most pairs are far apart in the first few. */
  private static final int STRIDE = 8;

  /** Finds the copies; both sets are of the same side. Takes some seconds for all of FER2013. */
  public static TrainCopies find(FaceDataset test, FaceDataset train) {
    if (test.side() != train.side()) {
      throw new IllegalArgumentException("faces of " + test.side() + " and " + train.side());
    }
    Set<ByteBuffer> known = new HashSet<>();
    for (int i = 0; i < train.size(); i++) {
      known.add(face(train, i));
    }
    Search search = Search.of(test, train);
    return new TrainCopies(
        IntStream.range(0, test.size())
            .mapToObj(
                i ->
                    known.contains(face(test, i))
                        ? Kind.EXACT
                        : search.isNear(i) ? Kind.NEAR : Kind.NEW)
            .toList());
  }

  public TrainCopies {
    kinds = List.copyOf(kinds);
  }

  /** How many faces are of a kind. */
  public int count(Kind kind) {
    return Collections.frequency(kinds, kind);
  }

  private static ByteBuffer face(FaceDataset faces, int i) {
    int area = faces.side() * faces.side();
    return ByteBuffer.wrap(faces.pixels(), i * area, area).slice();
  }

  /** The comparison of all pairs. */
  private record Search(
      FaceDataset test, FaceDataset train, Sketches views, Sketches mirrored, Sketches known) {
    static Search of(FaceDataset test, FaceDataset train) {
      Sketches views = Sketches.of(test);
      return new Search(test, train, views, views.mirrored(), Sketches.of(train));
    }

    boolean isNear(int i) {
      return isNear(i, views, false) || isNear(i, mirrored, true);
    }

    private boolean isNear(int i, Sketches sketches, boolean mirror) {
      float[] view = sketches.copyOf(i);
      for (int j = 0; j < train.size(); j++) {
        if (isWithinReach(view, known.values(), j * Sketches.LENGTH)
            && correlation(i, j, mirror) > NEAR) {
          return true;
        }
      }
      return false;
    }

    private static boolean isWithinReach(float[] view, float[] known, int from) {
      float distance = 0;
      for (int k = 0; k < Sketches.LENGTH && distance <= REACH; k += STRIDE) {
        for (int n = k; n < k + STRIDE; n++) {
          float gap = view[n] - known[from + n];
          distance += gap * gap;
        }
      }
      return distance <= REACH;
    }

    /** Pearson's; 0 where one face is of one gray level. */
    private double correlation(int i, int j, boolean mirror) {
      int side = test.side();
      int area = side * side;
      double sumA = 0;
      double sumB = 0;
      double sumAa = 0;
      double sumBb = 0;
      double sumAb = 0;
      for (int n = 0; n < area; n++) {
        int x = n % side;
        int a = test.pixels()[i * area + (mirror ? n - x + side - 1 - x : n)] & 0xff;
        int b = train.pixels()[j * area + n] & 0xff;
        sumA += a;
        sumB += b;
        sumAa += a * a;
        sumBb += b * b;
        sumAb += a * b;
      }
      double spread = (sumAa - sumA * sumA / area) * (sumBb - sumB * sumB / area);
      return spread <= 0 ? 0 : (sumAb - sumA * sumB / area) / Math.sqrt(spread);
    }
  }
}
