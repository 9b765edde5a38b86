package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
  private static final int WHITE = 0xffffff;

  private static final List<String> TEXT =
      Collections.nCopies(14, "k   what a key does, in some words");

  @ParameterizedTest
  @CsvSource({"320, 190", "640, 440", "1920, 1040"})
  void draw_keepsManyLinesWithinTheArea(int width, int height) {
    BufferedImage image = image(width + 40, height + 40);
    Graphics2D graphics = image.createGraphics();

    Card.draw(graphics, new Rectangle(20, 20, width, height), TEXT);

    Rectangle drawn = drawn(image);
    assertThat(new Rectangle(20, 20, width, height).contains(drawn)).as("%s", drawn).isTrue();
    assertThat(drawn.height).isGreaterThan(14 * 8);
  }

  @Test
  void draw_beginsASecondColumnAtOnePlace() {
    BufferedImage narrow = image(640, 480);
    BufferedImage wide = image(640, 480);
    Rectangle area = new Rectangle(0, 0, 640, 480);

    Card.draw(narrow.createGraphics(), area, List.of("m\twords", "i\tmirrored words"));
    Card.draw(wide.createGraphics(), area, List.of("i\twords", "m\tmirrored words"));

    // The widest line alone would be narrower with a narrow key.
    assertThat(drawn(narrow).width).isEqualTo(drawn(wide).width);
  }

  @Test
  void drawLow_standsAtTheBottom() {
    BufferedImage image = image(640, 480);

    Card.drawLow(image.createGraphics(), new Rectangle(0, 0, 640, 480), List.of("a word"));

    Rectangle drawn = drawn(image);
    assertThat(drawn.y + drawn.height).isEqualTo(480);
    assertThat(drawn.y).isGreaterThan(440);
  }

  private static BufferedImage image(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.fillRect(0, 0, width, height);
    return image;
  }

  /** What is not white any more. */
  private static Rectangle drawn(BufferedImage image) {
    Rectangle drawn = new Rectangle(-1, -1);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & WHITE) != WHITE) {
          drawn.add(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return drawn;
  }
}
