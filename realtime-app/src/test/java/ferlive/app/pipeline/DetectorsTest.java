package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.asset.HomeFolder;
import ferlive.app.detect.FaceDetector;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class DetectorsTest {
  private static final HomeFolder HOME = HomeFolder.find();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"AUTO, blazeface", "BLAZEFACE, blazeface", "HAAR, haar"})
  void open_takesTheDetectorOfThatName(DetectorName name, String opened) {
    assertThat(nameOf(DetectorChoice.of(name), HOME)).isEqualTo(opened);
  }

  @Test
  void open_takesHaarWhereNothingBetterIsThere() throws IOException {
    Path cascades = Files.createDirectory(folder.resolve("haarcascades"));
    try (Stream<Path> files = Files.list(HOME.cascades())) {
      for (Path file : files.toList()) {
        Files.copy(file, cascades.resolve(file.getFileName()));
      }
    }

    assertThat(nameOf(DetectorChoice.of(DetectorName.AUTO), new HomeFolder(folder)))
        .isEqualTo("haar");
  }

  @Test
  void open_takesYuNetWhereItsFileIsNamed() {
    Path file = SharedMedia.file("../detectors/face_detection_yunet_2023mar.onnx");

    assertThat(nameOf(choice(DetectorName.AUTO, file), HOME)).isEqualTo("yunet");
  }

  @Test
  void open_refusesAFileForADetectorThatTakesNone() {
    assertRefused(
        choice(DetectorName.HAAR, folder.resolve("a.onnx")), ExitCode.USAGE, "--detector");
  }

  @Test
  void open_asksForYuNetsFile() {
    assertRefused(
        DetectorChoice.of(DetectorName.YUNET), ExitCode.USAGE, "needs its file: --detector-model");
  }

  @Test
  void open_refusesAMissingFile() {
    assertRefused(
        choice(DetectorName.YUNET, folder.resolve("a.onnx")), ExitCode.MODEL, "does not exist");
  }

  private static DetectorChoice choice(DetectorName name, Path file) {
    return new DetectorChoice(name, Optional.of(file.toString()), 0);
  }

  private static String nameOf(DetectorChoice choice, HomeFolder home) {
    try (FaceDetector detector = Detectors.open(choice, home, true).detector()) {
      return detector.name();
    }
  }

  private static void assertRefused(DetectorChoice choice, ExitCode code, String fault) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> Detectors.open(choice, HOME, false).detector().close())
        .withMessageContaining(fault)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(code));
  }
}
