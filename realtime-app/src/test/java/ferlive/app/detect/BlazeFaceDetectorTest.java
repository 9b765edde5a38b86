package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.asset.HomeFolder;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class BlazeFaceDetectorTest {
  private static final String FRONT = "face_detection_front_128x128_barracuda.onnx";
  private static final String BACK = "face_detection_back_256x256_barracuda.onnx";

  @TempDir private Path folder;

  private static BlazeFaceDetector open() {
    return BlazeFaceDetector.open(HomeFolder.find().detectors());
  }

  @ParameterizedTest
  @CsvSource({
    "president.jpg, 1",
    "surprise.jpg, 1",
    "laughing.jpg, 1",
    "astronaut.png, 1",
    "two-people.jpg, 2",
    "five-people.jpg, 5",
    "no-face.jpg, 0"
  })
  void scan_findsTheFacesOfAPicture(String file, int faces) {
    try (BlazeFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file(file))) {
      List<Detection> found = detector.scan(frame, ScanEffort.THOROUGH);

      assertThat(found).hasSize(faces).isSortedAccordingTo(byLeftEdge());
      assertThat(found)
          .allSatisfy(face -> assertThat(face.score().orElseThrow()).isBetween(0.5, 1.0));
    }
  }

  private static Comparator<Detection> byLeftEdge() {
    return Comparator.comparingDouble(face -> face.box().x());
  }

  @Test
  void scan_framesAFaceAsHaarDoes() {
    try (BlazeFaceDetector detector = open();
        HaarFaceDetector haar = HaarFaceDetector.open(HomeFolder.find().cascades());
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file("president.jpg"))) {
      Box box = detector.scan(frame, ScanEffort.THOROUGH).get(0).box();

      assertThat(box.width()).isEqualTo(box.height());
      assertThat(haar.scan(frame, ScanEffort.THOROUGH).get(0).box().iou(box)).isGreaterThan(0.7);
    }
  }

  @Test
  void follow_findsTheFaceNearItsLastBox() {
    try (BlazeFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file("president.jpg"))) {
      Box box = detector.scan(frame, ScanEffort.QUICK).get(0).box();
      double step = box.width() / 4;
      Box moved = new Box(box.x() + step, box.y() - step, box.width(), box.height());

      Detection again = detector.follow(frame, moved).orElseThrow();

      assertThat(again.box().iou(box)).isGreaterThan(0.8);
      assertThat(again.roll()).isCloseTo(0, within(10.0));
    }
  }

  @Test
  void confirm_refusesAPlaceWithoutAFace() {
    try (BlazeFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file("no-face.jpg"))) {
      for (int x = 0; x < frame.width() - 400; x += 200) {
        assertThat(
                detector.confirm(
                    frame, new Detection(new Box(x, 300, 300, 300), OptionalDouble.of(0.7))))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 700", "40, 30", "640, 2", "1280, 720"})
  void scan_findsNothingInAPlainFrameOfAnySize(int width, int height) {
    try (BlazeFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.plain(width, height, 120)) {
      assertThat(detector.scan(frame, ScanEffort.THOROUGH)).isEmpty();
      assertThat(detector.follow(frame, new Box(-90, -90, 30, 30))).isEmpty();
    }
  }

  @Test
  void follow_keepsNoNativeMemory() {
    try (BlazeFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.plain(640, 360, 120)) {
      Box box = new Box(200, 100, 120, 120);
      detector.follow(frame, box);
      long before = Pointer.totalCount();
      for (int i = 0; i < 50; i++) {
        detector.follow(frame, box);
      }

      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }

  @Test
  void open_refusesAChangedFile() throws IOException {
    Path detectors = HomeFolder.find().detectors();
    Files.copy(detectors.resolve(FRONT), folder.resolve(FRONT));
    byte[] back = Files.readAllBytes(detectors.resolve(BACK));
    back[back.length / 2] ^= 1;
    Files.write(folder.resolve(BACK), back);

    assertThatThrownBy(() -> BlazeFaceDetector.open(folder))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL))
        .hasMessageContaining(BACK);
  }

  @Test
  void open_refusesAMissingFile() {
    assertThatThrownBy(() -> BlazeFaceDetector.open(folder))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MODEL))
        .hasMessageContaining(FRONT);
  }

  @Test
  void close_mayBeCalledTwice() {
    BlazeFaceDetector detector = open();
    detector.close();
    detector.close();

    assertThat(detector.name()).isEqualTo("blazeface");
  }
}
