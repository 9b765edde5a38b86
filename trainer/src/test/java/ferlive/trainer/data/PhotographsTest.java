package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographsTest {
  @TempDir private Path folder;

  @Test
  void patch_isPartOfAPicture() throws IOException {
    paint("sky.png", 80, 60, new Color(200, 200, 200));

    byte[] patch = Photographs.read(folder).patch(32, new SplittableRandom(1));

    assertThat(patch).hasSize(32 * 32).containsOnly((byte) 200);
  }

  @Test
  void read_givesAnotherHashForOtherPictures() throws IOException {
    paint("sky.png", 80, 60, Color.BLUE);
    String before = Photographs.read(folder).sha256();
    paint("sky.png", 80, 60, Color.GREEN);

    assertThat(Photographs.read(folder).sha256()).isNotEqualTo(before).hasSize(64);
  }

  @Test
  void read_failsWithInputOnAFolderWithoutPictures() throws IOException {
    paint("tiny.png", 8, 8, Color.BLUE);

    assertInput(folder);
  }

  @Test
  void read_failsWithInputOnAMissingFolder() {
    assertInput(folder.resolve("none"));
  }

  @Test
  void read_failsWithInputOnADamagedPicture() throws IOException {
    Files.writeString(folder.resolve("bad.png"), "no picture");

    assertInput(folder);
  }

  private static void assertInput(Path folder) {
    assertThatThrownBy(() -> Photographs.read(folder))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT));
  }

  private void paint(String name, int width, int height, Color color) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }
}
