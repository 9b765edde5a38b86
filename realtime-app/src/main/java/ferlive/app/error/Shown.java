package ferlive.app.error;

/** Text of a stranger's, as it may stand in a message. */
public final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  /** The text, cut short and without what could move a cursor or break the line. */
  public static String of(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return cut.replaceAll("[^ -~]", "?");
  }
}
