package ferlive.trainer.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart as PNG. */
public final class ChartPicture {
  private ChartPicture() {}

  /**
   * Draws the chart.
   *
   * @param scale pixels of the picture for one of the chart's; 2 stays sharp on dense screens
   */
  public static ByteBuffer png(Chart<?, ?> chart, int scale) {
    BufferedImage image =
        new BufferedImage(
            scale * chart.getWidth(), scale * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    return png(image);
  }

  /** Any picture as PNG. */
  public static ByteBuffer png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
