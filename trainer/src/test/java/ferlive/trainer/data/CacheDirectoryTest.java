package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheDirectoryTest {
  @Test
  void of_followsTheSystemsCustom() {
    String home = Path.of("/somewhere/me").toString();

    assertThat(CacheDirectory.of("Linux", home, Map.of()))
        .isEqualTo(Path.of(home, ".cache", "ferlive"));
    assertThat(CacheDirectory.of("Mac OS X", home, Map.of()))
        .isEqualTo(Path.of(home, "Library", "Caches", "ferlive"));
    assertThat(CacheDirectory.of("Windows 11", home, Map.of("LOCALAPPDATA", "local")))
        .isEqualTo(Path.of("local", "ferlive"));
    assertThat(CacheDirectory.of("Windows 11", home, Map.of()))
        .isEqualTo(Path.of(home, "AppData", "Local", "ferlive"));
  }

  @Test
  void of_takesAnAbsoluteXdgDirectoryOnly() {
    String absolute = Path.of("elsewhere").toAbsolutePath().toString();

    assertThat(CacheDirectory.of("Linux", "home", Map.of("XDG_CACHE_HOME", absolute)))
        .isEqualTo(Path.of(absolute, "ferlive"));
    assertThat(CacheDirectory.of("Linux", "home", Map.of("XDG_CACHE_HOME", "relative")))
        .isEqualTo(Path.of("home", ".cache", "ferlive"));
  }
}
