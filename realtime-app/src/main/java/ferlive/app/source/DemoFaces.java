package ferlive.app.source;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * One average face for each expression: 48x48 gray levels 0..255, framed as FER2013 frames them.
 *
 * <p>Each is the mean of the 250 FER2013 training faces nearest to the mean of their class, with
 * what sets it apart from the other six exaggerated: a statistic, nobody's picture. {@code
 * AverageFaces} among the tests makes the strip again.
 */
final class DemoFaces {
  static final int SIDE = 48;

  /** In the order of the strip. */
  static final List<String> LABELS =
      List.of("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise");

  private static final String STRIP = "average-faces.png";

  private final float[][] faces;

  private DemoFaces(float[][] faces) {
    this.faces = faces;
  }

  static DemoFaces load() {
    try (InputStream stream = DemoFaces.class.getResourceAsStream(STRIP)) {
      // Given the bare stream, ImageIO would write a temporary file. It closes its own input.
      Raster strip = ImageIO.read(new MemoryCacheImageInputStream(stream)).getRaster();
      float[][] faces = new float[LABELS.size()][SIDE * SIDE];
      for (int label = 0; label < faces.length; label++) {
        strip.getSamples(label * SIDE, 0, SIDE, SIDE, 0, faces[label]);
      }
      return new DemoFaces(faces);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + STRIP, e);
    }
  }

  /**
   * Writes the picture between two expressions, row by row.
   *
   * @param share of the second expression, 0..1
   * @param target SIDE x SIDE gray levels
   */
  void morph(int from, int to, float share, float[] target) {
    float[] a = faces[from];
    float[] b = faces[to];
    for (int i = 0; i < target.length; i++) {
      target[i] = a[i] + share * (b[i] - a[i]);
    }
  }
}
