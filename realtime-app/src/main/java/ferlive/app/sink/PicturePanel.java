package ferlive.app.sink;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import javax.swing.JPanel;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Shows the latest picture, as large as it fits without changing its shape.
 *
 * <p><b>Threading</b>: confined to the event thread. <b>Ownership</b>: copies the picture.
 */
final class PicturePanel extends JPanel {
  private BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);

  PicturePanel() {
    setBackground(Color.BLACK);
  }

  /** Shows an 8-bit BGR picture without gaps between its rows. */
  void show(Mat image) {
    if (picture.getWidth() != image.cols() || picture.getHeight() != image.rows()) {
      picture = new BufferedImage(image.cols(), image.rows(), BufferedImage.TYPE_3BYTE_BGR);
    }
    image.data().get(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(picture.getWidth(), picture.getHeight());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Rectangle place = fit(picture.getWidth(), picture.getHeight(), getWidth(), getHeight());
    ((Graphics2D) graphics)
        .setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, place.x, place.y, place.width, place.height, null);
  }

  /** The largest place of the picture's shape in the middle of the panel. */
  static Rectangle fit(int width, int height, int panelWidth, int panelHeight) {
    double scale = Math.min((double) panelWidth / width, (double) panelHeight / height);
    int w = (int) Math.round(width * scale);
    int h = (int) Math.round(height * scale);
    return new Rectangle((panelWidth - w) / 2, (panelHeight - h) / 2, w, h);
  }
}
