package ferlive.trainer.perturb;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlurTest {
  private static final int SIDE = 48;

  @Test
  void apply_spreadsAPointAsABell() {
    byte[] point = new byte[SIDE * SIDE];
    int middle = 24 * SIDE + 20;
    point[middle] = (byte) 255;

    byte[] blurred = blur(point);

    // The peak of a bell in two dimensions is 1 / (2 pi 1.5^2), beside it e^(-1 / 4.5) of that.
    double peak = 255 / (2 * Math.PI * 1.5 * 1.5);
    assertThat((int) blurred[middle]).isEqualTo((int) Math.round(peak));
    assertThat((int) blurred[middle + 1]).isEqualTo((int) Math.round(peak * Math.exp(-1 / 4.5)));
    assertThat(blurred[middle + SIDE]).isEqualTo(blurred[middle + 1]);
    assertThat((int) blurred[middle + 8]).isZero();
  }

  @Test
  void apply_leavesAFlatFaceAsItIs() {
    byte[] flat = new byte[SIDE * SIDE];
    Arrays.fill(flat, (byte) 200);

    assertThat(blur(flat)).isEqualTo(flat);
  }

  private static byte[] blur(byte[] pixels) {
    FaceDataset face = FaceDataset.noise(Expression.LABELS, SIDE, 1, 1).withPixels(pixels);
    return new Blur(1.5).apply(face).pixels();
  }
}
