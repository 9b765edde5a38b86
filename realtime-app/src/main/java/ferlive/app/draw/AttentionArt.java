package ferlive.app.draw;

import ferlive.app.result.AttentionMap;
import ferlive.app.result.FaceResult;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Blends on a face where the network looked: clear where it looked least, through purple and orange
 * to a light yellow where it looked most. Each face is stretched to its own least and most.
 */
final class AttentionArt {
  /** Colours of growing lightness and opacity, 0xAARRGGBB: to be told apart without hue too. */
  private static final int[] SCALE = {0x00000004, 0x50781C6D, 0x80BC3754, 0xA0F98E09, 0xC0FCFFA4};

  private AttentionArt() {}

  static void draw(Graphics2D graphics, Placement at, FaceResult face) {
    if (face.attention().isEmpty()) {
      return;
    }
    AttentionMap map = face.attention().get();
    Rectangle place = at.whole(map.area());
    AffineTransform before = graphics.getTransform();
    Shape clip = graphics.getClip();
    graphics.clip(at.area());
    double degrees = at.mirrored() ? -map.angle() : map.angle();
    graphics.rotate(Math.toRadians(degrees), place.getCenterX(), place.getCenterY());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int left = at.mirrored() ? place.x + place.width : place.x;
    int width = at.mirrored() ? -place.width : place.width;
    graphics.drawImage(image(map), left, place.y, width, place.height, null);
    graphics.setTransform(before);
    graphics.setClip(clip);
  }

  private static BufferedImage image(AttentionMap map) {
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        least = Math.min(least, map.get(x, y));
        most = Math.max(most, map.get(x, y));
      }
    }
    float range = Math.max(1e-6f, most - least);
    BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        image.setRGB(x, y, colour((map.get(x, y) - least) / range));
      }
    }
    return image;
  }

  /**
   * @param share 0..1
   */
  static int colour(double share) {
    double at = share * (SCALE.length - 1);
    int from = Math.min(SCALE.length - 2, (int) at);
    double part = at - from;
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      double low = SCALE[from] >>> shift & 0xff;
      double high = SCALE[from + 1] >>> shift & 0xff;
      mixed |= (int) Math.round(low + part * (high - low)) << shift;
    }
    return mixed;
  }
}
