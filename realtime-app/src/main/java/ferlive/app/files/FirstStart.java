package ferlive.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a user is told before the first use, and whether that was read. Where it cannot be kept that
 * it was read, it is told again. Thread-safe.
 */
public final class FirstStart {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final Path accepted;

  /**
   * @param config the folder of the user's settings
   */
  public FirstStart(Path config) {
    this.accepted = config.resolve("notice-accepted");
  }

  /** Whether the user has read the notice. */
  public boolean isAccepted() {
    return Files.exists(accepted);
  }

  /** Keeps that the user has read the notice. */
  public void accept() {
    try {
      Files.createDirectories(accepted.getParent());
      Files.writeString(accepted, "The notice of version 1 was read.\n");
    } catch (IOException e) {
      LOG.debug("it was not kept that the notice was read", e);
    }
  }

  /** The notice in paragraphs. */
  public static List<String> notice() {
    return List.of(
        "Ferlive estimates the expression that a face shows. That is no feeling, and often wrong.",
        "Nothing is stored and nothing is sent unless you ask for it: r records, s takes a"
            + " snapshot, options write files.",
        "Tell the people in front of the camera. It is not for judging people, least of all at work"
            + " or in education.",
        "",
        "Enter or a click: understood.");
  }

  /** The notice in one sentence, for where there is no window. */
  public static String sentence() {
    return "an expression is an estimate and no feeling; nothing is stored or sent unless you ask"
        + " for it; tell the people in front of the camera";
  }
}
