package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.SharedMedia;
import ferlive.app.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YuNetFileTest {
  @TempDir private Path folder;

  @Test
  void read_takesTheKnownFileWithoutNotice() {
    Path file = SharedMedia.file("../detectors/face_detection_yunet_2023mar.onnx");

    assertThat(YuNetFile.read(file, true).notice()).isEmpty();
  }

  @Test
  void read_warnsOfAnotherFileOrRefusesItWhenStrict() {
    Path file = new TinyModel().write(folder.resolve("own.onnx"));

    assertThat(YuNetFile.read(file, false).notice().orElseThrow()).contains("own.onnx", "known");
    assertRefused(() -> YuNetFile.read(file, true), "was changed");
  }

  @Test
  void read_refusesAFileThatIsNoNetwork() throws IOException {
    Path file = Files.writeString(folder.resolve("odd.onnx"), "no network");

    assertRefused(() -> YuNetFile.read(file, false), "no ONNX model");
  }

  @Test
  void open_refusesAnotherNetwork() {
    YuNetFile file = YuNetFile.read(new TinyModel().write(folder.resolve("own.onnx")), false);

    assertRefused(() -> YuNetFaceDetector.open(file), "is not YuNet's");
  }

  private static void assertRefused(ThrowingCallable call, String fault) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL))
        .hasMessageContaining(".onnx")
        .hasMessageContaining(fault);
  }
}
