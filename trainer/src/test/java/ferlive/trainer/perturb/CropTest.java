package ferlive.trainer.perturb;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import org.junit.jupiter.api.Test;

class CropTest {
  private static final int SIDE = 10;

  /** Two faces: pixel (x, y) is 10 x + y in the first, and 100 more in the second. */
  private static final FaceDataset FACES =
      FaceDataset.noise(Expression.LABELS, SIDE, 2, 1).withPixels(ramp());

  @Test
  void moved_takesPixelsFromTheSideAndRepeatsTheBorder() {
    FaceDataset moved = Crop.moved(0.2, 0).apply(FACES);

    assertThat(at(moved, 0, 3, 4)).isEqualTo(10 * 5 + 4);
    assertThat(at(moved, 0, 9, 4)).isEqualTo(10 * 9 + 4);
    assertThat(at(moved, 1, 3, 4)).isEqualTo(100 + 10 * 5 + 4);
    assertThat(at(Crop.moved(0, -0.2).apply(FACES), 0, 3, 4)).isEqualTo(10 * 3 + 2);
  }

  @Test
  void moved_mixesNeighboursBetweenPixels() {
    assertThat(at(Crop.moved(0.05, 0).apply(FACES), 0, 3, 4)).isEqualTo(10 * 3 + 5 + 4);
  }

  @Test
  void scaled_showsMoreWithALargerBox() {
    FaceDataset wide = Crop.scaled(2).apply(FACES);

    // 4.5 is the middle; 1.5 pixels from it become 3.
    assertThat(at(wide, 0, 6, 4)).isEqualTo(Math.round(10 * 7.5 + 3.5));
  }

  @Test
  void turned_byAQuarterSwapsTheSides() {
    FaceDataset turned = Crop.turned(90).apply(FACES);

    assertThat(at(turned, 0, 9, 0)).isEqualTo(10 * 9 + 9);
    assertThat(at(turned, 0, 0, 0)).isEqualTo(10 * 9);
  }

  private static int at(FaceDataset faces, int face, int x, int y) {
    return faces.pixels()[(face * SIDE + y) * SIDE + x] & 0xff;
  }

  private static byte[] ramp() {
    byte[] pixels = new byte[2 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      int y = i / SIDE % SIDE;
      pixels[i] = (byte) (10 * (i % SIDE) + y + (i < SIDE * SIDE ? 0 : 100));
    }
    return pixels;
  }
}
