package ferlive.app.asset;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder that holds {@code models/} and {@code haarcascades/}.
 *
 * <p>Looked for in this order: the environment variable {@value #VARIABLE}; the program's own jar
 * and upward, so that it works from any working directory; the working directory and upward.
 *
 * @param path of the folder, absolute
 */
public record HomeFolder(Path path) {
  private static final String VARIABLE = "FERLIVE_HOME";
  private static final String CASCADES = "haarcascades";

  /**
   * Finds the folder.
   *
   * @throws AppException with MODEL when there is none
   */
  public static HomeFolder find() {
    List<Path> starts = new ArrayList<>();
    ownLocation().ifPresent(starts::add);
    starts.add(Path.of(""));
    return find(Optional.ofNullable(System.getenv(VARIABLE)), starts);
  }

  static HomeFolder find(Optional<String> configured, List<Path> starts) {
    if (configured.isPresent()) {
      Path folder = Path.of(configured.get()).toAbsolutePath();
      if (!isHome(folder)) {
        throw missing(VARIABLE + " is " + folder + ", which has no folder " + CASCADES);
      }
      return new HomeFolder(folder);
    }
    for (Path start : starts) {
      for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
        if (isHome(at)) {
          return new HomeFolder(at);
        }
      }
    }
    throw missing(
        "cannot find the folders models and "
            + CASCADES
            + " near the program or the working directory; name their parent in "
            + VARIABLE);
  }

  /** Where the shipped models and their manifest are. */
  public Path models() {
    return path.resolve("models");
  }

  /** Where the networks that find faces are. */
  public Path detectors() {
    return models().resolve("detectors");
  }

  /** Where the face cascades are. */
  public Path cascades() {
    return path.resolve(CASCADES);
  }

  private static boolean isHome(Path folder) {
    return Files.isDirectory(folder.resolve(CASCADES));
  }

  private static Optional<Path> ownLocation() {
    CodeSource source = HomeFolder.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      // A class loader that keeps its classes elsewhere than in files: the next place is tried.
      return Optional.empty();
    }
  }

  private static AppException missing(String message) {
    return new AppException(ExitCode.MODEL, message);
  }
}
