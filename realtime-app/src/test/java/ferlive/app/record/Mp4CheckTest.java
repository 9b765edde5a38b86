package ferlive.app.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.testing.Clips;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp4CheckTest {
  @TempDir private Path folder;

  @Test
  void requireWhole_takesAWholeFile() throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", "+faststart", 64, 48, 25, 20);

    assertThatCode(() -> Mp4Check.requireWhole(clip, 20)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"+faststart, 0.98", "'', 0.6", "'', 0"})
  void requireWhole_refusesACutFile(String flags, double part) throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", flags, 320, 240, 25, 20);
    Clips.cut(clip, part);

    assertThatThrownBy(() -> Mp4Check.requireWhole(clip, 20))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("whole");
  }

  @Test
  void requireWhole_refusesAFileThatMissesPictures() throws IOException {
    Path clip = Clips.write(folder.resolve("a.mp4"), "mp4", 64, 48, 25, 20);

    assertThatThrownBy(() -> Mp4Check.requireWhole(clip, 21)).isInstanceOf(IOException.class);
  }
}
