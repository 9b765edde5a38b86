package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class YuNetFaceDetectorTest {
  private static YuNetFaceDetector open() {
    return YuNetFaceDetector.open(
        YuNetFile.read(SharedMedia.file("../detectors/face_detection_yunet_2023mar.onnx"), true));
  }

  @ParameterizedTest
  @CsvSource({"president.jpg, 1", "two-people.jpg, 2", "five-people.jpg, 5", "no-face.jpg, 0"})
  void scan_findsTheFacesOfAPicture(String file, int faces) {
    try (YuNetFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file(file))) {
      assertThat(detector.scan(frame, ScanEffort.THOROUGH)).hasSize(faces);
    }
  }

  @Test
  void follow_findsTheFaceNearItsLastBox() {
    try (YuNetFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file("president.jpg"))) {
      Box box = detector.scan(frame, ScanEffort.QUICK).get(0).box();
      Box moved = new Box(box.x() + 40, box.y() - 30, box.width(), box.height());

      assertThat(detector.follow(frame, moved).orElseThrow().box().iou(box)).isGreaterThan(0.8);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 700", "40, 30"})
  void scan_findsNothingInAPlainFrameOfAnySize(int width, int height) {
    try (YuNetFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.plain(width, height, 120)) {
      assertThat(detector.scan(frame, ScanEffort.THOROUGH)).isEmpty();
    }
  }
}
