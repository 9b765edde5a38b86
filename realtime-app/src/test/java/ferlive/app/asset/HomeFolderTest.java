package ferlive.app.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
  @TempDir Path top;

  @Test
  void find_looksUpwardFromEachStart() throws IOException {
    Files.createDirectories(top.resolve("home/haarcascades"));
    Path jar = Files.createDirectories(top.resolve("home/realtime-app/target"));
    Path elsewhere = Files.createDirectories(top.resolve("elsewhere"));

    HomeFolder home = HomeFolder.find(Optional.empty(), List.of(elsewhere, jar));

    assertThat(home.path()).isEqualTo(top.resolve("home"));
    assertThat(home.models()).isEqualTo(top.resolve("home/models"));
  }

  @Test
  void find_prefersWhatIsConfigured() throws IOException {
    Path configured = Files.createDirectories(top.resolve("other/haarcascades")).getParent();
    Path start = Files.createDirectories(top.resolve("home/haarcascades"));

    HomeFolder home = HomeFolder.find(Optional.of(configured.toString()), List.of(start));

    assertThat(home.path()).isEqualTo(configured);
  }

  @Test
  void find_namesTheConfiguredFolderThatIsNone() {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> HomeFolder.find(Optional.of(top.toString()), List.of()))
        .withMessageContaining(top.toString())
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }

  @Test
  void find_saysWhatToDoWhereThereIsNone() {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> HomeFolder.find(Optional.empty(), List.of(top)))
        .withMessageContaining("FERLIVE_HOME");
  }
}
