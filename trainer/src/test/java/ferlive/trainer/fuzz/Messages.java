package ferlive.trainer.fuzz;

/** Holds what a user would see of a stranger's file to what a terminal can stand. */
public final class Messages {
  private static final int LONGEST = 600;

  private Messages() {}

  /** Fails on a message that is none, is more than a line, or holds control characters. */
  public static void check(String message) {
    if (message == null
        || message.length() > LONGEST
        || message.chars().anyMatch(Character::isISOControl)) {
      throw new AssertionError("a message that cannot be shown: " + message);
    }
  }
}
