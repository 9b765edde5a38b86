package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Parses rows of {@code fer2013.csv}: emotion code, 48·48 gray levels separated by spaces, usage.
 *
 * @param code emotion code, 0..6
 */
record FerCsvRow(int code, Split split, GrayPicture face) {
  static final int SIDE = 48;
  private static final int PIXELS = SIDE * SIDE;

  /**
   * Reads the first bytes of a line.
   *
   * @throws BadSampleException with what is wrong with the row
   */
  static FerCsvRow parse(byte[] line, int length) throws BadSampleException {
    int[] commas = commas(line, length);
    int code = code(text(line, 0, commas[0]));
    GrayPicture face = new GrayPicture(SIDE, SIDE, pixels(line, commas[0] + 1, commas[1]));
    return new FerCsvRow(code, split(text(line, commas[1] + 1, length)), face);
  }

  private static int[] commas(byte[] line, int length) throws BadSampleException {
    int[] commas = new int[2];
    int found = 0;
    for (int i = 0; i < length; i++) {
      if (line[i] == ',') {
        if (found < 2) {
          commas[found] = i;
        }
        found++;
      }
    }
    if (found != 2) {
      throw new BadSampleException((found + 1) + " columns, expected 3");
    }
    return commas;
  }

  private static int code(String text) throws BadSampleException {
    if (text.length() != 1 || text.charAt(0) < '0' || text.charAt(0) > '6') {
      throw new BadSampleException("emotion is " + quote(text) + ", expected 0..6");
    }
    return text.charAt(0) - '0';
  }

  private static Split split(String usage) throws BadSampleException {
    return switch (usage) {
      case "Training" -> Split.TRAIN;
      case "PublicTest" -> Split.PUBLIC_TEST;
      case "PrivateTest" -> Split.PRIVATE_TEST;
      default ->
          throw new BadSampleException(
              "usage is " + quote(usage) + ", expected Training, PublicTest or PrivateTest");
    };
  }

  private static byte[] pixels(byte[] line, int start, int end) throws BadSampleException {
    byte[] pixels = new byte[PIXELS];
    int count = 0;
    int at = start;
    while (at < end) {
      if (line[at] == ' ') {
        at++;
        continue;
      }
      int stop = at;
      while (stop < end && line[stop] != ' ') {
        stop++;
      }
      if (count < PIXELS) {
        pixels[count] = (byte) level(line, at, stop, count + 1);
      }
      count++;
      at = stop;
    }
    if (count != PIXELS) {
      throw new BadSampleException(count + " pixels, expected " + PIXELS);
    }
    return pixels;
  }

  private static int level(byte[] line, int start, int end, int number) throws BadSampleException {
    int level = 0;
    for (int i = start; i < end && level <= 255; i++) {
      int digit = line[i] - '0';
      level = digit < 0 || digit > 9 ? 256 : level * 10 + digit;
    }
    if (level > 255) {
      String text = quote(text(line, start, end));
      throw new BadSampleException("pixel " + number + " is " + text + ", expected 0..255");
    }
    return level;
  }

  private static String text(byte[] line, int start, int end) {
    return new String(line, start, end - start, ISO_8859_1).strip();
  }

  /** Numbers as they are, other text in quotes, shortened, and without what could move a cursor. */
  private static String quote(String text) {
    if (text.matches("-?[0-9]{1,9}")) {
      return text;
    }
    String shown = text.length() > 20 ? text.substring(0, 20) + "..." : text;
    return "'" + shown.replaceAll("[^ -~]", "?") + "'";
  }
}
