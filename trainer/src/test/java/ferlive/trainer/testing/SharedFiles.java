package ferlive.trainer.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are too large, or not ours, to be in the repository. */
public final class SharedFiles {
  private SharedFiles() {}

  /** A file below the shared folder; where it is absent the test is skipped and says so. */
  public static Path require(String name) {
    String fromEnvironment = System.getenv("FERLIVE_SHARED");
    String folder = fromEnvironment == null ? "../../shared" : fromEnvironment;
    Path file = Path.of(System.getProperty("FERLIVE_SHARED", folder)).resolve(name);
    boolean present = Files.exists(file);
    if (!present) {
      System.out.println("skipped: there is no " + file + " (FERLIVE_SHARED names the folder)");
    }
    assumeTrue(present, "there is no " + file);
    return file;
  }
}
