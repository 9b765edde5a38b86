package ferlive.trainer.perturb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final int SIDE = 48;

  @Test
  void gamma_darkensTheMiddleAndKeepsTheEnds() {
    byte[] pixels = gray(128);
    pixels[0] = 0;
    pixels[1] = (byte) 255;

    byte[] dark = Levels.gamma(2).apply(face(pixels)).pixels();

    assertThat(dark[0]).isZero();
    assertThat(dark[1]).isEqualTo((byte) 255);
    assertThat((int) dark[2]).isEqualTo(64);
  }

  @Test
  void noise_hasTheSpreadAskedForAndStaysInRange() {
    byte[] noisy = Levels.noise(15).apply(face(gray(128))).pixels();

    double squares = 0;
    for (byte level : noisy) {
      squares += Math.pow((level & 0xff) - 128, 2);
    }
    assertThat(Math.sqrt(squares / noisy.length)).isCloseTo(15, within(0.7));
    byte[] bright = Levels.noise(15).apply(face(gray(255))).pixels();
    for (byte level : bright) {
      assertThat(level & 0xff).isGreaterThan(150);
    }
  }

  private static byte[] gray(int level) {
    byte[] pixels = new byte[SIDE * SIDE];
    Arrays.fill(pixels, (byte) level);
    return pixels;
  }

  private static FaceDataset face(byte[] pixels) {
    return FaceDataset.noise(Expression.LABELS, SIDE, 1, 1).withPixels(pixels);
  }
}
