package ferlive.trainer.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the operating system wants a program to keep what it can make again. */
final class CacheDirectory {
  private CacheDirectory() {}

  static Path ofUser() {
    return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  static Path of(String osName, String home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      Path base = local == null ? Path.of(home, "AppData", "Local") : Path.of(local);
      return base.resolve("ferlive");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Caches", "ferlive");
    }
    String xdg = environment.get("XDG_CACHE_HOME");
    // The XDG base directory specification has a relative path ignored.
    boolean usable = xdg != null && Path.of(xdg).isAbsolute();
    return (usable ? Path.of(xdg) : Path.of(home, ".cache")).resolve("ferlive");
  }
}
