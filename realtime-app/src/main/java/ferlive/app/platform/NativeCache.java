package ferlive.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where native libraries are unpacked: code that is loaded, so nobody else may write there.
 *
 * <p>By the convention of the system a folder in the user's cache folder; on Linux that of the XDG
 * base directory specification.
 */
public final class NativeCache {
  private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

  private NativeCache() {}

  /** Makes the folder, for its user alone, and tells JavaCPP. Comes before any native library. */
  public static void prepare() {
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    String home =
        Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
    Path folder = folder(System.getenv(), System.getProperty("os.name"), Path.of(home));
    own(folder).ifPresent(own -> System.setProperty(PROPERTY, own.toString()));
  }

  static Path folder(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    Path caches = home.resolve(".cache");
    String variable = "XDG_CACHE_HOME";
    if (name.startsWith("windows")) {
      caches = home.resolve("AppData").resolve("Local");
      variable = "LOCALAPPDATA";
    } else if (name.startsWith("mac")) {
      caches = home.resolve("Library").resolve("Caches");
    }
    return Optional.ofNullable(environment.get(variable))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(caches)
        .resolve("ferlive")
        .resolve("natives");
  }

  /**
   * The folder, closed to others; a fresh one where it cannot be made or belongs to others; none
   * where there is no place at all, which JavaCPP then tells of.
   */
  static Optional<Path> own(Path folder) {
    try {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return Optional.of(folder);
    } catch (IOException e) {
      return temporary();
    }
  }

  /** Left behind: libraries that are loaded from it are in use to the end. */
  private static Optional<Path> temporary() {
    try {
      return Optional.of(Files.createTempDirectory("ferlive-natives"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
