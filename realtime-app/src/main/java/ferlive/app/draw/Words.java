package ferlive.app.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Breaks text into lines. Without state. */
public final class Words {
  private Words() {}

  /**
   * Joins parts into as few lines as they fit in, in order. A part that is wider than a line gets
   * one of its own.
   *
   * @param separator between the parts of a line
   * @param width of a line
   * @param measure tells how wide a text is
   */
  public static List<String> wrap(
      List<String> parts, String separator, int width, ToIntFunction<String> measure) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : parts) {
      String longer = line.isEmpty() ? part : line + separator + part;
      if (!line.isEmpty() && measure.applyAsInt(longer) > width) {
        lines.add(line);
        longer = part;
      }
      line = longer;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
