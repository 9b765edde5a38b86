package ferlive.app.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size that frames are scaled to.
 *
 * @param width in pixels, 16..8192
 * @param height in pixels, 16..8192
 */
public record FrameSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
  private static final int MIN = 16;
  private static final int MAX = 8192;

  public FrameSize {
    if (width < MIN || width > MAX || height < MIN || height > MAX) {
      throw new IllegalArgumentException(
          width + "x" + height + " is no frame size, each side is " + MIN + " to " + MAX);
    }
  }

  /**
   * Reads {@code 640x480}.
   *
   * @throws IllegalArgumentException one sentence when it is none
   */
  public static FrameSize parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no frame size, expected WIDTHxHEIGHT as in 640x480");
    }
    return new FrameSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
