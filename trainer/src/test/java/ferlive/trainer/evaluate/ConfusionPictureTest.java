package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ConfusionPictureTest {
  @Test
  void png_growsWithTheClasses() throws IOException {
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(ConfusionPicture.png(Reports.plain()).array()));

    assertThat(picture.getWidth()).isGreaterThan(3 * 92);
    assertThat(picture.getHeight()).isGreaterThan(3 * 92);
    // The first cell is full, the one beside it empty.
    int full = picture.getRGB(155, 121) & 0xff;
    int empty = picture.getRGB(155 + 92, 121) & 0xff;
    assertThat(full).isLessThan(empty);
  }
}
