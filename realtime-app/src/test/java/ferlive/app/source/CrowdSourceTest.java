package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.detect.HaarFaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.frame.Frame;
import ferlive.app.testing.NoNativeLeaks;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdSourceTest {
  @ParameterizedTest
  @CsvSource({"1,640,360", "10,1280,720"})
  void next_showsAsManyFacesAsACascadeFinds(int count, int width, int height) {
    try (CrowdSource source = new CrowdSource(count, width, height);
        HaarFaceDetector detector = HaarFaceDetector.open(Path.of("..", "haarcascades"))) {
      for (int i = 0; i < 60; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          if (i % 20 == 0) {
            assertThat(detector.scan(frame, ScanEffort.QUICK)).as("frame %d", i).hasSize(count);
          }
        }
      }
    }
  }

  @Test
  void next_movesTheFacesAndShowsTheSameOnEveryRun() {
    try (CrowdSource first = new CrowdSource(3, 320, 180);
        CrowdSource second = new CrowdSource(3, 320, 180)) {
      int start = hash(first);
      assertThat(hash(second)).isEqualTo(start);
      for (int i = 1; i < 10; i++) {
        assertThat(hash(first)).isEqualTo(hash(second));
      }

      assertThat(hash(first)).isNotEqualTo(start);
    }
  }

  @Test
  @NoNativeLeaks
  void next_makesNothingNativeAfterTheFirstFrame() {
    try (CrowdSource source = new CrowdSource(5, 320, 180)) {
      source.next().orElseThrow().close();
      long before = Pointer.totalCount();
      for (int i = 0; i < 50; i++) {
        source.next().orElseThrow().close();
      }

      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }

  /** OpenCV refuses a face that reaches beyond the frame. */
  @ParameterizedTest
  @CsvSource({"1,36,36", "2,70,35", "64,281,283", "32,1280,720", "7,1920,100"})
  void next_keepsTheFacesInsideTheFrame(int count, int width, int height) {
    try (CrowdSource source = new CrowdSource(count, width, height)) {
      for (int i = 0; i < 140; i++) {
        try (Frame frame = source.next().orElseThrow()) {
          assertThat(frame.width()).isEqualTo(source.info().width());
          assertThat(frame.height()).isEqualTo(source.info().height());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,640,360", "65,640,360", "1,33,200", "10,64,48"})
  void crowd_isRefusedWhenItHasNoRoom(int count, int width, int height) {
    assertThatThrownBy(() -> new CrowdSource(count, width, height))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(count));
  }

  private static int hash(CrowdSource source) {
    try (Frame frame = source.next().orElseThrow()) {
      byte[] pixels = new byte[3 * frame.width() * frame.height()];
      frame.image().data().get(pixels);
      return Arrays.hashCode(pixels);
    }
  }
}
