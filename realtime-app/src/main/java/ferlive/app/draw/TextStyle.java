package ferlive.app.draw;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/**
 * Text that can be read in a picture of a size: 11 units high at least, more in larger pictures.
 *
 * @param font of labels
 * @param metrics of that font
 * @param line thickness of boxes
 * @param padding around text
 */
public record TextStyle(Font font, FontMetrics metrics, int line, int padding) {
  private static final int SMALLEST = 11;

  /** The style for an area, in the units of the graphics. */
  public static TextStyle of(Graphics2D graphics, int width, int height) {
    return ofSize(graphics, size(width, height));
  }

  /** Height of the font for an area. */
  static int size(int width, int height) {
    double reference = Math.min(height, width * 0.75);
    return Math.max(SMALLEST, (int) Math.round(5 + 0.019 * reference));
  }

  static TextStyle ofSize(Graphics2D graphics, int size) {
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, size);
    return new TextStyle(
        font,
        graphics.getFontMetrics(font),
        Math.max(1, (int) Math.round(size / 8.0)),
        Math.max(2, size / 4));
  }

  /** Makes the graphics draw smooth text in this style. */
  public void use(Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
  }

  public int lineHeight() {
    return metrics.getAscent() + metrics.getDescent();
  }

  public int width(String text) {
    return metrics.stringWidth(text);
  }

  /** Draws text whose upper left corner is there. */
  public void draw(Graphics2D graphics, String text, int left, int top) {
    graphics.drawString(text, left, top + metrics.getAscent());
  }
}
