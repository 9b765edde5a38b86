package ferlive.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusStripTest {
  private final Graphics2D graphics =
      new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR).createGraphics();
  private final StatusStrip strip = new StatusStrip();

  @Test
  void height_growsWithTheTextAndNeverShrinksInAWindowOfOneWidth() {
    int one = height(List.of("demo"), 640);
    int three = height(Collections.nCopies(12, "some twenty letters"), 640);

    assertThat(three).isGreaterThan(2 * one);
    assertThat(height(List.of("demo"), 640)).isEqualTo(three);
    assertThat(height(List.of("demo"), 641)).isEqualTo(one);
  }

  private int height(List<String> parts, int width) {
    strip.layOut(graphics, parts, width, 480);
    return strip.height();
  }
}
