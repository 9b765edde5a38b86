package ferlive.app.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes picture files. */
public final class Pictures {
  private Pictures() {}

  /** A black PNG. */
  public static Path write(Path file, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
