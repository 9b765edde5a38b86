package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixupTest {
  private static final int DRAWS = 4000;

  @Test
  void share_hasTheMomentsOfBeta() {
    SplittableRandom random = new SplittableRandom(3);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double share = Mixup.share(0.4, random);
      assertThat(share).isBetween(0.0, 1.0);
      sum += share;
      squares += (share - 0.5) * (share - 0.5);
    }

    // Variance of Beta(a, a): 1 / (4 (2a + 1)).
    assertThat(sum / DRAWS).isCloseTo(0.5, within(0.03));
    assertThat(squares / DRAWS).isCloseTo(1 / (4 * 1.8), within(0.01));
  }

  @Test
  void mix_addsTheNextFaceAndTheFirstToTheLast() {
    float[] faces = {1, 2, 10, 20, 100, 200, 7, 7};

    Mixup.mix(faces, 3, 2, 0.75f);

    assertThat(faces).containsExactly(3.25f, 6.5f, 32.5f, 65, 75.25f, 150.5f, 7, 7);
  }
}
