package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttentionArtTest {
  @Test
  void colour_growsFromClearDarkToLight() {
    assertThat(AttentionArt.colour(0) >>> 24).isZero();
    int last = -1;
    for (int i = 1; i <= 20; i++) {
      int colour = AttentionArt.colour(i / 20.0);
      int lightness = (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff);
      assertThat(lightness).isGreaterThan(last);
      last = lightness;
    }
  }
}
