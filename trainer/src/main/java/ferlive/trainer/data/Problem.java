package ferlive.trainer.data;

/**
 * Something in the data that was not used.
 *
 * @param where the place, as {@code fer2013.csv:17}, {@code fer2013.zip!train/sad/x.jpg} or a path
 * @param reason half a sentence, as {@code pixel 17 is 256, expected 0..255}
 */
public record Problem(String where, String reason) {
  /** File names are others' choice: none may carry what a terminal obeys. */
  public Problem {
    where = where.replaceAll("\\p{Cntrl}", "?");
  }

  /** The line for the user: {@code where: reason}. */
  @Override
  public String toString() {
    return where + ": " + reason;
  }
}
