package ferlive.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {
  private static final int SIDE = 12;
  private static final int AREA = SIDE * SIDE;
  private static final Augmentation STRONG =
      new Augmentation(0.5, 0.3, 0.3, 30, 0.9, 0.4, 0.5, new Degradation(0.5, 0.5, 0.5, 0.5));

  @Test
  void apply_changesNothingWithNone() {
    byte[] face = face();

    float[] out = apply(Augmentation.none(), face, 3);

    for (int i = 0; i < AREA; i++) {
      assertThat(out[i]).isEqualTo(face[i] & 0xff);
    }
  }

  @Test
  void apply_mirrorsWithFlipCertain() {
    byte[] face = face();

    float[] out = apply(new Augmentation(1, 0, 0, 0, 0, 0, 0, Degradation.none()), face, 3);

    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        assertThat(out[y * SIDE + x]).isEqualTo(face[y * SIDE + SIDE - 1 - x] & 0xff);
      }
    }
  }

  @Test
  void apply_staysWithinGrayRangeWithStrongChanges() {
    byte[] face = face();

    for (long seed = 0; seed < 200; seed++) {
      for (float level : apply(STRONG, face, seed)) {
        assertThat(level).isBetween(-0.01f, 255.01f);
      }
    }
  }

  @Test
  void apply_dependsOnTheRandomNumbersAlone() {
    byte[] face = face();

    assertThat(apply(STRONG, face, 11)).isEqualTo(apply(STRONG, face, 11));
    assertThat(apply(STRONG, face, 11)).isNotEqualTo(apply(STRONG, face, 12));
  }

  @Test
  void apply_makesARectangleGrayWithErasingCertain() {
    byte[] face = new byte[AREA];

    float[] out = apply(new Augmentation(0, 0, 0, 0, 0, 0, 1, Degradation.none()), face, 3);

    int erased = 0;
    for (float level : out) {
      assertThat(level).isIn(0f, 128f);
      erased += level == 128 ? 1 : 0;
    }
    assertThat(erased).isBetween(1, AREA / 4);
  }

  @Test
  void apply_writesItsOwnFaceOnlyAmongOthers() {
    byte[] faces = new byte[3 * AREA];
    new Random(1).nextBytes(faces);
    float[] out = new float[3 * AREA];

    new Augmenter(STRONG).apply(faces, AREA, SIDE, out, AREA, new SplittableRandom(2));

    for (int i = 0; i < AREA; i++) {
      assertThat(out[i]).isZero();
      assertThat(out[2 * AREA + i]).isZero();
    }
  }

  private static byte[] face() {
    byte[] face = new byte[AREA];
    new Random(5).nextBytes(face);
    return face;
  }

  private static float[] apply(Augmentation augmentation, byte[] face, long seed) {
    float[] out = new float[AREA];
    new Augmenter(augmentation).apply(face, 0, SIDE, out, 0, new SplittableRandom(seed));
    return out;
  }
}
