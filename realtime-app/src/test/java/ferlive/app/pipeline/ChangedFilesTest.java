package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.Device;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One byte of a file that the program brings along is changed: the hash must tell. */
class ChangedFilesTest {
  private static final HomeFolder HOME = HomeFolder.find();
  private static final int POSITIONS = 50;

  @TempDir private Path folder;
  private HomeFolder home;

  @BeforeEach
  void copyHome() throws IOException {
    home = new HomeFolder(folder);
    for (Path from : new Path[] {HOME.models(), HOME.detectors(), HOME.cascades()}) {
      Path to = Files.createDirectories(folder.resolve(HOME.path().relativize(from)));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "models/aer-cnn.onnx, BLAZEFACE",
    "models/detectors/face_detection_back_256x256_barracuda.onnx, BLAZEFACE",
    "models/detectors/face_detection_front_128x128_barracuda.onnx, BLAZEFACE",
    "haarcascades/haarcascade_frontalface_alt2.xml, HAAR",
    "haarcascades/haarcascade_frontalface_default.xml, HAAR"
  })
  void open_refusesAFileWithOneByteChanged(String name, DetectorName detector) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(5);
    AnalyzerConfig config =
        new AnalyzerConfig(
            "aer-cnn", false, DetectorChoice.of(detector), Device.CPU, 1, false, false);

    for (int i = 0; i < POSITIONS; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);

      assertThatExceptionOfType(AppException.class)
          .isThrownBy(() -> FaceAnalyzer.open(config, home).close())
          .withMessageContainingAll(name, "was changed")
          .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL));
      bytes[at] = Files.readAllBytes(HOME.path().resolve(name))[at];
    }
  }
}
