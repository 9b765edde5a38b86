package ferlive.app.window;

import ferlive.app.draw.TextStyle;
import ferlive.app.draw.Words;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * The status line under the picture, in as many lines as it takes.
 *
 * <p><b>Threading</b>: confined to the event thread.
 */
final class StatusStrip {
  private static final Color GROUND = new Color(0x202020);
  private static final Color INK = new Color(0xE8E8E8);

  private List<String> lines = List.of();
  private TextStyle style;
  private int room;
  private int width;

  /** Takes what is to be said, for a window of that size. */
  void layOut(Graphics2D graphics, List<String> parts, int windowWidth, int windowHeight) {
    style = TextStyle.of(graphics, windowWidth, windowHeight);
    if (width != windowWidth) {
      width = windowWidth;
      room = 0;
    }
    lines = Words.wrap(parts, " \u00b7 ", width - 2 * style.padding(), style::width);
    // It never shrinks, or the picture would jump with every digit more or less.
    room = Math.max(room, lines.size());
  }

  /** Of one line with its padding, in the largest text that there is over the picture. */
  int lineHeight() {
    return style.lineHeight() + style.padding();
  }

  int height() {
    return room * style.lineHeight() + style.padding();
  }

  void draw(Graphics2D graphics, int top) {
    graphics.setColor(GROUND);
    graphics.fillRect(0, top, width, height());
    graphics.setColor(INK);
    style.use(graphics);
    int y = top + style.padding() / 2;
    for (String line : lines) {
      style.draw(graphics, line, style.padding(), y);
      y += style.lineHeight();
    }
  }
}
