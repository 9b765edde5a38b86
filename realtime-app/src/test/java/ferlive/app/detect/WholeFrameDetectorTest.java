package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import ferlive.app.frame.Detection;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import org.junit.jupiter.api.Test;

class WholeFrameDetectorTest {
  @Test
  void scan_takesTheLargestCentredSquare() {
    try (WholeFrameDetector detector = new WholeFrameDetector();
        Frames frames = new Frames();
        Frame frame = frames.plain(100, 60, 0)) {
      assertThat(detector.scan(frame, ScanEffort.THOROUGH))
          .extracting(Detection::box)
          .containsExactly(new Box(20, 0, 60, 60));
    }
  }
}
