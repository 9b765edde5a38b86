package ferlive.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/people/ada");

  @Test
  void config_isThatOfXdgOnLinux() {
    assertThat(of(Map.of("XDG_CONFIG_HOME", "/settings"), "Linux").config())
        .isEqualTo(Path.of("/settings/ferlive"));
  }

  @Test
  void config_isInTheHomeFolderWhereXdgNamesNoneOrNoAbsoluteOne() {
    Path usual = HOME.resolve(".config/ferlive");

    assertThat(of(Map.of(), "Linux").config()).isEqualTo(usual);
    assertThat(of(Map.of("XDG_CONFIG_HOME", ""), "Linux").config()).isEqualTo(usual);
    assertThat(of(Map.of("XDG_CONFIG_HOME", "settings"), "Linux").config()).isEqualTo(usual);
  }

  @Test
  void config_keepsToTheConventionOfOtherSystems() {
    assertThat(of(Map.of(), "Mac OS X").config())
        .isEqualTo(HOME.resolve("Library/Application Support/Ferlive"));
    assertThat(of(Map.of("APPDATA", "/roaming"), "Windows 11").config())
        .isEqualTo(Path.of("/roaming/Ferlive"));
  }

  @Test
  void recordings_areInTheHomeFolderThatTheEnvironmentNames() {
    assertThat(of(Map.of("HOME", "/people/eve"), "Linux").recordings())
        .isEqualTo(Path.of("/people/eve/Ferlive"));
  }

  private static UserFolders of(Map<String, String> environment, String system) {
    return UserFolders.of(environment, system, HOME);
  }
}
