package ferlive.app.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetFileTest {
  @TempDir Path folder;

  @Test
  void read_givesBytesAndTheirHash() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "abc");

    AssetFile asset = AssetFile.read(file, "model", 3);

    assertThat(asset.bytes()).asString().isEqualTo("abc");
    assertThat(asset.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void read_refusesWhatIsTooLarge() throws IOException {
    Path file = Files.write(folder.resolve("a.onnx"), new byte[(1 << 20) + 1]);

    assertRefused(file, "model file " + file + " is larger than 1 MiB");
  }

  @Test
  void read_refusesWhatIsMissing() {
    Path file = folder.resolve("missing.onnx");

    assertRefused(file, "model file " + file + " does not exist");
  }

  @Test
  void read_refusesAFolder() {
    assertRefused(folder, "model file " + folder + " is not a regular file");
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> AssetFile.read(file, "model", 1 << 20))
        .withMessage(sentence)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
  }
}
