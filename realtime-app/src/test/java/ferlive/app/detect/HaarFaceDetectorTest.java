package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.asset.HomeFolder;
import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.SharedMedia;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class HaarFaceDetectorTest {
  private static HaarFaceDetector open() {
    return HaarFaceDetector.open(HomeFolder.find().cascades());
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
    try (HaarFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file(file))) {
      assertThat(detector.scan(frame, ScanEffort.THOROUGH)).hasSize(faces);
    }
  }

  @Test
  void follow_findsTheFaceNearItsLastBox() {
    try (HaarFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.picture(SharedMedia.file("president.jpg"))) {
      Box box = detector.scan(frame, ScanEffort.QUICK).get(0).box();
      Box moved = new Box(box.x() + 40, box.y() - 30, box.width(), box.height());

      Detection again = detector.follow(frame, moved).orElseThrow();

      assertThat(again.box().iou(box)).isGreaterThan(0.8);
      assertThat(again.score()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 700", "40, 30", "640, 2"})
  void scan_findsNothingInAPlainFrameOfAnySize(int width, int height) {
    try (HaarFaceDetector detector = open();
        Frames frames = new Frames();
        Frame frame = frames.plain(width, height, 128)) {
      assertThat(detector.scan(frame, ScanEffort.THOROUGH)).isEqualTo(List.of());
      assertThat(detector.scan(frame, ScanEffort.QUICK)).isEqualTo(List.of());
      assertThat(detector.follow(frame, new Box(0, 0, 1, 1))).isEmpty();
    }
  }
}
