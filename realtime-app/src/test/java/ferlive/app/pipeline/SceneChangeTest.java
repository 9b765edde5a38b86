package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class SceneChangeTest {
  private static final Box KNOWN = new Box(80, 60, 60, 60);

  @Test
  void since_isFalseForTheSamePictureALittleBrighter() {
    assertThat(since(0, 0, 0, 0, 108, List.of())).isFalse();
  }

  @Test
  void since_isTrueWhereAFaceCameIn() {
    assertThat(since(400, 100, 64, 64, 100, List.of(KNOWN))).isTrue();
  }

  @Test
  void since_isFalseWhereAKnownPersonMoved() {
    assertThat(since(80, 60, 60, 250, 100, List.of(KNOWN))).isFalse();
    assertThat(since(80, 60, 60, 250, 100, List.of())).isTrue();
  }

  /** Whether a bright patch on a gray picture is a change. */
  private static boolean since(int x, int y, int width, int height, int gray, List<Box> known) {
    try (SceneChange change = new SceneChange();
        Frames frames = new Frames();
        Frame before = frames.plain(640, 360, 100);
        Frame after = frames.plain(640, 360, gray)) {
      if (width > 0) {
        try (Rect area = new Rect(x, y, width, height);
            Mat patch = new Mat(after.image(), area);
            Scalar white = new Scalar(255, 255, 255, 0);
            Mat painted = patch.put(white)) {
          assertThat(painted.cols()).isEqualTo(width);
        }
      }
      change.remember(before.image());
      return change.since(after.image(), known);
    }
  }
}
