package ferlive.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void read_takesNamesValuesAndCommands() throws IOException {
    List<Setting> settings =
        read(
            """
            # for all commands
            model=msff-cnn

              threads = 2
            [live]
            source = rtsp://camera/stream?a=b#c
            """);

    assertThat(settings)
        .containsExactly(
            new Setting(Optional.empty(), "model", "msff-cnn", place(2)),
            new Setting(Optional.empty(), "threads", "2", place(4)),
            new Setting(Optional.of("live"), "source", "rtsp://camera/stream?a=b#c", place(6)));
  }

  @Test
  void read_isEmptyForAnEmptyFile() throws IOException {
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", " spaces ", "", "\"quoted\"", "a = b", "# no comment"})
  void line_readsAsTheSameValue(String value) throws IOException {
    assertThat(read(SettingsFile.line("name", value)))
        .singleElement()
        .extracting(Setting::value)
        .isEqualTo(value);
  }

  @Test
  void read_refusesWhatIsNoSetting() {
    assertRefused("threads = 2\njust words\n", place(2) + ": expected name = value");
  }

  @Test
  void read_refusesASettingThatIsThereTwice() {
    assertRefused(
        "threads = 2\n[live]\nthreads = 3\nthreads = 4\n",
        place(4) + ": threads is set already in " + place(3));
  }

  @Test
  void read_refusesWhatIsTooLarge() {
    assertRefused("# comment\n".repeat(7000), "larger than 64 KiB");
  }

  @Test
  void read_refusesWhatIsNoText() throws IOException {
    Files.write(file(), new byte[] {(byte) 0xC3, 0x28});

    assertRefused("no text in UTF-8");
  }

  @Test
  void read_refusesWhatIsNotThere() {
    assertRefused("no such file");
  }

  private List<Setting> read(String text) throws IOException {
    Files.writeString(file(), text, StandardCharsets.UTF_8);
    return SettingsFile.read(file());
  }

  private void assertRefused(String text, String sentence) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertRefused(sentence);
  }

  private void assertRefused(String sentence) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> SettingsFile.read(file()))
        .withMessageContaining(sentence)
        .satisfies(fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.INPUT));
  }

  private Path file() {
    return folder.resolve("ferlive.conf");
  }

  private String place(int line) {
    return file() + ":" + line;
  }
}
