package ferlive.app.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plate with some paragraphs over a picture. Where they do not fit, the text gets smaller, down
 * to what can still be read. Without state.
 */
public final class Card {
  private static final Color GROUND = new Color(0, 0, 0, 215);
  private static final int SMALLEST = 8;
  private static final char TAB = '\t';

  private Card() {}

  /** Draws it in the middle of an area. Of a paragraph with a tab, what follows is a column. */
  public static void draw(Graphics2D graphics, Rectangle area, List<String> paragraphs) {
    draw(graphics, area, paragraphs, 0.5);
  }

  /** Draws it at the bottom of an area, where it covers faces least. */
  public static void drawLow(Graphics2D graphics, Rectangle area, List<String> paragraphs) {
    draw(graphics, area, paragraphs, 1);
  }

  private static void draw(
      Graphics2D graphics, Rectangle area, List<String> paragraphs, double height) {
    int size = TextStyle.size(area.width, area.height);
    TextStyle style = TextStyle.ofSize(graphics, size);
    List<String> lines = lines(paragraphs, style, area);
    while (size > SMALLEST && height(lines, style) > area.height) {
      size--;
      style = TextStyle.ofSize(graphics, size);
      lines = lines(paragraphs, style, area);
    }
    draw(graphics, area, lines, style, height);
  }

  private static void draw(
      Graphics2D graphics, Rectangle area, List<String> lines, TextStyle style, double at) {
    int indent = indent(lines, style);
    int width = lines.stream().mapToInt(line -> width(line, style, indent)).max().orElse(0);
    width += 4 * style.padding();
    int height = height(lines, style);
    int left = area.x + Math.max(0, (area.width - width) / 2);
    int top = area.y + (int) Math.max(0, at * (area.height - height));
    graphics.setColor(GROUND);
    graphics.fillRect(left, top, width, height);
    graphics.setColor(Color.WHITE);
    style.use(graphics);
    int y = top + style.padding();
    for (String line : lines) {
      int tab = line.indexOf(TAB);
      int column = left + 2 * style.padding();
      style.draw(graphics, line.substring(0, Math.max(0, tab)), column, y);
      style.draw(graphics, line.substring(tab + 1), column + (tab < 0 ? 0 : indent), y);
      y += style.lineHeight();
    }
  }

  private static int width(String line, TextStyle style, int indent) {
    int tab = line.indexOf(TAB);
    return (tab < 0 ? 0 : indent) + style.width(line.substring(tab + 1));
  }

  /** Where the second column begins. */
  private static int indent(List<String> lines, TextStyle style) {
    return lines.stream()
        .filter(line -> line.indexOf(TAB) >= 0)
        .mapToInt(line -> style.width(line.substring(0, line.indexOf(TAB))) + 4 * style.padding())
        .max()
        .orElse(0);
  }

  private static List<String> lines(List<String> paragraphs, TextStyle style, Rectangle area) {
    int width = area.width - 4 * style.padding();
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      List<String> words = Arrays.asList(paragraph.split(" ", -1));
      lines.addAll(Words.wrap(words, " ", width, style::width));
    }
    return lines;
  }

  private static int height(List<String> lines, TextStyle style) {
    return lines.size() * style.lineHeight() + 2 * style.padding();
  }
}
