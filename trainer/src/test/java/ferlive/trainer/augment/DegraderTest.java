package ferlive.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DegraderTest {
  private static final int SIDE = 48;
  private static final int AREA = SIDE * SIDE;

  @Test
  void apply_changesNothingWithNone() {
    assertThat(apply(Degradation.none(), checkerboard(), 1)).isEqualTo(checkerboard());
  }

  @Test
  void apply_keepsFlatGrayWithBlurAndRescale() {
    float[] flat = new float[AREA];
    java.util.Arrays.fill(flat, 90);

    assertThat(apply(new Degradation(1, 1, 0, 0), flat, 2)).containsOnly(flat, within(0.01f));
  }

  @Test
  void apply_takesFineDetailAwayWithBlur() {
    assertThat(contrast(apply(new Degradation(0, 1, 0, 0), checkerboard(), 5)))
        .isLessThan(0.9 * contrast(checkerboard()));
  }

  @Test
  void apply_takesFineDetailAwayWithRescale() {
    assertThat(contrast(apply(new Degradation(1, 0, 0, 0), checkerboard(), 5)))
        .isLessThan(0.7 * contrast(checkerboard()));
  }

  @Test
  void apply_keepsThePictureInPlaceWithRescale() {
    float[] ramp = new float[AREA];
    for (int i = 0; i < AREA; i++) {
      ramp[i] = 5 * (i % SIDE);
    }

    float[] out = apply(new Degradation(1, 0, 0, 0), ramp, 3);

    for (int x = 4; x < SIDE - 4; x++) {
      assertThat(out[24 * SIDE + x]).isCloseTo(5 * x, within(1f));
    }
  }

  @Test
  void apply_keepsBlackAndWhiteWithGamma() {
    float[] out = apply(new Degradation(0, 0, 0, 1), new float[] {0, 255, 128, 64}, 2, 7);

    assertThat(out[0]).isZero();
    assertThat(out[1]).isCloseTo(255, within(0.01f));
    assertThat(out[2]).isNotCloseTo(128, within(1f));
  }

  @Test
  void apply_addsNoiseWithoutShiftingTheMean() {
    float[] flat = new float[AREA];
    java.util.Arrays.fill(flat, 128);

    float[] out = apply(new Degradation(0, 0, 1, 0), flat, 4);

    double sum = 0;
    for (float level : out) {
      sum += level;
    }
    assertThat(sum / AREA).isCloseTo(128, within(1.5));
    assertThat(contrast(out)).isGreaterThan(1);
  }

  private static float[] checkerboard() {
    float[] board = new float[AREA];
    for (int i = 0; i < AREA; i++) {
      board[i] = (i % SIDE + i / SIDE) % 2 == 0 ? 40 : 200;
    }
    return board;
  }

  private static double contrast(float[] face) {
    double sum = 0;
    for (int i = 1; i < face.length; i++) {
      sum += Math.abs(face[i] - face[i - 1]);
    }
    return sum / face.length;
  }

  private static float[] apply(Degradation degradation, float[] face, long seed) {
    return apply(degradation, face, SIDE, seed);
  }

  private static float[] apply(Degradation degradation, float[] face, int side, long seed) {
    float[] changed = face.clone();
    new Degrader(degradation).apply(changed, 0, side, new SplittableRandom(seed));
    return changed;
  }
}
