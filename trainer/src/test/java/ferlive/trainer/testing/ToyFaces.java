package ferlive.trainer.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small data sets as files. */
public final class ToyFaces {
  private static final int CSV_PIXELS = 48 * 48;

  private ToyFaces() {}

  /** Adds a picture of one gray level to a class of a plain folder of faces. */
  public static void add(Path folder, String label, String name, int gray) {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64; i++) {
      picture.getRaster().setSample(i % 8, i / 8, 0, gray);
    }
    try {
      Files.createDirectories(folder.resolve(label));
      ImageIO.write(picture, "png", folder.resolve(label).resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes noise in the form of fer2013.csv: training and public test rows, all classes in turn.
   */
  public static Path csv(Path file, int training, int publicTest) throws IOException {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("emotion,pixels,Usage\n");
    for (int i = 0; i < training + publicTest; i++) {
      text.append(i % 7).append(',');
      for (int pixel = 0; pixel < CSV_PIXELS; pixel++) {
        text.append(pixel == 0 ? "" : " ").append(random.nextInt(256));
      }
      text.append(i < training ? ",Training\n" : ",PublicTest\n");
    }
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
