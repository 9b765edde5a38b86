package ferlive.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
  @TempDir private Path folder;

  @Test
  void accept_isRemembered() {
    Path config = folder.resolve("a").resolve("ferlive");
    FirstStart first = new FirstStart(config);

    assertThat(first.isAccepted()).isFalse();
    first.accept();

    assertThat(new FirstStart(config).isAccepted()).isTrue();
  }

  @Test
  void accept_bearsAFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    FirstStart first = new FirstStart(file.resolve("ferlive"));

    first.accept();

    assertThat(first.isAccepted()).isFalse();
  }
}
