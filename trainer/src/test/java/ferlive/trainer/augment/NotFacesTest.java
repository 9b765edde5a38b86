package ferlive.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.SyntheticFaces;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NotFacesTest {
  private static final int SIDE = 48;
  private static final int AREA = SIDE * SIDE;
  private static final FaceDataset FACES = SyntheticFaces.of(SIDE, 2, 1);

  @Test
  void make_staysWithinGrayRangeAndNeverRepeats() {
    NotFaces maker = new NotFaces(FACES, Optional.empty(), new Degradation(0.3, 0.3, 0.3, 0.3));
    SplittableRandom random = new SplittableRandom(1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      float[] out = new float[AREA];
      maker.make(out, 0, random);
      for (float level : out) {
        assertThat(level).isBetween(-0.01f, 255.01f);
      }
      seen.add(Arrays.toString(out));
    }

    assertThat(seen).hasSize(100);
  }

  @Test
  void make_writesItsOwnPlaceOnly() {
    float[] out = new float[3 * AREA];
    Arrays.fill(out, -1);

    new NotFaces(FACES, Optional.empty(), Degradation.none())
        .make(out, AREA, new SplittableRandom(2));

    for (int i = 0; i < AREA; i++) {
      assertThat(out[i]).isEqualTo(-1);
      assertThat(out[2 * AREA + i]).isEqualTo(-1);
    }
  }

  @Test
  void misframe_neverLeavesTheFaceWhereADetectorPutsIt() {
    SplittableRandom random = new SplittableRandom(3);
    Misframer misframer = new Misframer();
    FaceDataset noise = FaceDataset.noise(Expression.LABELS, SIDE, 1, 4);
    for (int i = 0; i < 60; i++) {
      float[] out = new float[AREA];
      misframer.apply(noise.pixels(), 0, SIDE, out, 0, random);

      int same = 0;
      for (int p = 0; p < AREA; p++) {
        same += Math.abs(out[p] - (noise.pixels()[p] & 0xff)) < 1 ? 1 : 0;
      }
      assertThat(same).isLessThan(AREA / 10);
    }
  }
}
