package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  @TempDir private Path folder;

  @Test
  void open_refusesAMissingFile() {
    assertRefused("nowhere/clip.mp4", ExitCode.INPUT, "nowhere/clip.mp4: no such file");
  }

  @Test
  void open_refusesAFolderWithoutAPicture() {
    assertRefused(folder.toString(), ExitCode.INPUT, folder + ": no picture in this folder");
  }

  @Test
  void check_refusesAUrlOfAnUnknownKind() {
    assertThatThrownBy(() -> Sources.check("ftp://host/a.mp4"))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
    assertThatNoException().isThrownBy(() -> Sources.check("rtsp://host/a"));
    assertThatNoException().isThrownBy(() -> Sources.check("nowhere.mp4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"97", "/dev/video97"})
  void open_refusesACameraThatIsNotThere(String spec) {
    assertRefused(
        spec,
        ExitCode.SOURCE,
        "camera " + spec + ": there is no such camera; `--source demo` needs no camera");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "rtsp"})
  void open_givesUpOnASilentServer(String scheme) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = scheme + "://me:secret@127.0.0.1:" + silent.getLocalPort() + "/a";
      Instant start = Instant.now();

      assertThatThrownBy(() -> Sources.open(url).close())
          .isInstanceOfSatisfying(
              AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE))
          .hasMessageContaining(scheme + "://***@127.0.0.1")
          .hasMessageNotContaining("secret");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(4_500));
    }
  }

  private static void assertRefused(String spec, ExitCode code, String message) {
    assertThatThrownBy(() -> Sources.open(spec).close())
        .isInstanceOfSatisfying(AppException.class, e -> assertThat(e.exitCode()).isEqualTo(code))
        .hasMessage(message);
  }
}
