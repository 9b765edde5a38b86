package ferlive.app.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user's own folders, by the convention of the operating system: on Linux the XDG base
 * directory specification. Nothing is created until something is written there.
 *
 * @param config of small settings
 * @param recordings of recordings and snapshots that get no name from the user
 */
public record UserFolders(Path config, Path recordings) {
  /** The folders of the user who runs the program. */
  public static UserFolders find() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /**
   * @param environment variables by name
   * @param system name of the operating system, as Java gives it
   * @param home used where the environment names none
   */
  static UserFolders of(Map<String, String> environment, String system, Path home) {
    Path own = folder(environment, "HOME").orElse(home);
    return new UserFolders(config(environment, system, own), own.resolve("Ferlive"));
  }

  private static Path config(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment, "APPDATA")
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Ferlive");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Ferlive");
    }
    return folder(environment, "XDG_CONFIG_HOME")
        .orElse(home.resolve(".config"))
        .resolve("ferlive");
  }

  /** A variable counts only when it is absolute, as the specification wants. */
  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
  }
}
