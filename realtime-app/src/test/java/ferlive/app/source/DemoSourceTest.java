package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.detect.HaarFaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Frame;
import ferlive.app.testing.NoNativeLeaks;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class DemoSourceTest {
  @Test
  void next_showsTheSameOnEveryRun() {
    try (DemoSource first = new DemoSource();
        DemoSource second = new DemoSource()) {
      for (int i = 0; i < 5; i++) {
        assertThat(hash(first)).isEqualTo(hash(second));
      }
    }
  }

  @Test
  void next_movesFromFrameToFrame() {
    try (DemoSource source = new DemoSource()) {
      assertThat(hash(source)).isNotEqualTo(hash(source));
    }
  }

  @Test
  void next_countsFramesAndTimeAsItsInfoSays() {
    try (DemoSource source = new DemoSource()) {
      source.next().orElseThrow().close();
      try (Frame frame = source.next().orElseThrow()) {
        assertThat(frame.sequence()).isEqualTo(1);
        assertThat(frame.time()).isEqualTo(1 / source.info().fps());
        assertThat(frame.width()).isEqualTo(source.info().width());
        assertThat(frame.height()).isEqualTo(source.info().height());
      }
    }
  }

  @Test
  void next_makesNothingNativeAfterTheFirstFrame() {
    try (DemoSource source = new DemoSource()) {
      source.next().orElseThrow().close();
      long before = Pointer.totalCount();
      for (int i = 0; i < 50; i++) {
        source.next().orElseThrow().close();
      }

      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }

  @Test
  void next_showsThreeFacesThatTheCascadesFind() {
    try (DemoSource source = new DemoSource();
        HaarFaceDetector detector = HaarFaceDetector.open(Path.of("..", "haarcascades"))) {
      // A step that meets every expression and every stage of a change.
      for (int i = 0; i < 600; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          if (i % 41 == 0) {
            assertThat(detector.scan(frame, ScanEffort.QUICK)).as("frame %d", i).hasSize(3);
          }
        }
      }
    }
  }

  private static int hash(DemoSource source) {
    try (Frame frame = source.next().orElseThrow()) {
      byte[] pixels = new byte[3 * frame.width() * frame.height()];
      frame.image().data().get(pixels);
      return Arrays.hashCode(pixels);
    }
  }
}
