package ferlive.trainer.data;

import java.util.List;
import java.util.Optional;

/** Checks the names in an archive, which whoever made the archive was free to choose. */
final class EntryName {
  private static final int MAX_LENGTH = 255;

  private EntryName() {}

  /** What makes a name unsafe or ambiguous, or nothing. */
  static Optional<String> fault(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return Optional.of("the name has " + name.length() + " characters, expected 1..255");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("the name holds a control character");
    }
    if (name.contains("\\")) {
      return Optional.of("the name holds a backslash");
    }
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return Optional.of("the path is absolute");
    }
    // A folder's own entry ends with a slash.
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    List<String> parts = List.of(path.split("/", -1));
    if (parts.contains("..")) {
      return Optional.of("the path leads outside");
    }
    if (parts.contains(".") || parts.contains("")) {
      return Optional.of("the path is not in its shortest form");
    }
    return Optional.empty();
  }
}
