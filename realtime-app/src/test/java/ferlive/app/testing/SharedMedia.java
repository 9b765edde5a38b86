package ferlive.app.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Photos and clips that are not part of the repository, in the folder that {@code FERLIVE_SHARED}
 * names. A test that needs one is skipped where it is absent.
 */
public final class SharedMedia {
  private static final String VARIABLE = "FERLIVE_SHARED";
  private static final Path DEFAULT = Path.of("..", "..", "shared");

  private SharedMedia() {}

  /** A file of the folder {@code media}; skips the running test when it is not there. */
  public static Path file(String name) {
    String folder = System.getProperty(VARIABLE, System.getenv(VARIABLE));
    Path file = (folder == null ? DEFAULT : Path.of(folder)).resolve("media").resolve(name);
    assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there; set " + VARIABLE);
    return file;
  }
}
