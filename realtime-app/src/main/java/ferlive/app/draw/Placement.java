package ferlive.app.draw;

import ferlive.app.frame.Box;
import java.awt.Rectangle;

/**
 * Where a picture is drawn.
 *
 * @param left edge in the units of the target
 * @param top edge in the units of the target
 * @param width in the units of the target
 * @param height in the units of the target
 * @param scale units of the target for a pixel of the picture
 * @param mirrored whether the picture is drawn as a mirror shows it
 */
public record Placement(int left, int top, int width, int height, double scale, boolean mirrored) {
  /** A picture as it is. */
  public static Placement asIs(int width, int height) {
    return new Placement(0, 0, width, height, 1, false);
  }

  /** The largest place of a picture's shape in the middle of an area. */
  public static Placement fit(int width, int height, Rectangle area, boolean mirrored) {
    double scale = Math.min((double) area.width / width, (double) area.height / height);
    int w = Math.max(1, (int) Math.round(width * scale));
    int h = Math.max(1, (int) Math.round(height * scale));
    return new Placement(
        area.x + (area.width - w) / 2, area.y + (area.height - h) / 2, w, h, scale, mirrored);
  }

  /** The area that the picture takes. */
  public Rectangle area() {
    return new Rectangle(left, top, width, height);
  }

  /** Where a box of the picture is drawn, cut off at the picture's border; may be empty. */
  Rectangle of(Box box) {
    return whole(box).intersection(area());
  }

  /** Where a box of the picture would be drawn if the picture had no border. */
  Rectangle whole(Box box) {
    double x = mirrored ? width - (box.x() + box.width()) * scale : box.x() * scale;
    return new Rectangle(
        left + (int) Math.round(x),
        top + (int) Math.round(box.y() * scale),
        (int) Math.round(box.width() * scale),
        (int) Math.round(box.height() * scale));
  }
}
