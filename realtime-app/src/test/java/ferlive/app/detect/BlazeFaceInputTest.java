package ferlive.app.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

@NoNativeLeaks
class BlazeFaceInputTest {
  private static final int SIDE = 128;

  @Test
  void fill_putsRedFirstAndScalesBytes() {
    try (Frames frames = new Frames();
        Frame frame = frames.plain(300, 300, 0);
        Scalar orange = new Scalar(0, 127.5, 255, 0);
        Mat painted = frame.image().put(orange);
        BlazeFaceInput input = new BlazeFaceInput(SIDE)) {
      assertThat(input.fill(painted, new Box(20, 20, 200, 200))).isTrue();

      FloatBuffer values = input.values();
      assertThat(values.get(0)).isEqualTo(1, within(1e-5f));
      assertThat(values.get(1)).isEqualTo(0, within(0.01f));
      assertThat(values.get(2)).isEqualTo(-1, within(1e-5f));
      assertThat(values.get(SIDE * SIDE * 3 - 3)).isEqualTo(1, within(1e-5f));
    }
  }

  @Test
  void fill_isBlackBeyondTheFrameAlsoAfterAWholeSquare() {
    try (Frames frames = new Frames();
        Frame frame = frames.plain(200, 100, 255);
        BlazeFaceInput input = new BlazeFaceInput(SIDE)) {
      input.fill(frame.image(), new Box(0, 0, 100, 100));
      input.fill(frame.image(), new Box(0, -50, 200, 200));

      assertThat(row(input, 31)).isEqualTo(-1, within(1e-5f));
      assertThat(row(input, 32)).isEqualTo(1, within(1e-5f));
      assertThat(row(input, 95)).isEqualTo(1, within(1e-5f));
      assertThat(row(input, 96)).isEqualTo(-1, within(1e-5f));
    }
  }

  @Test
  void fill_refusesASquareOutsideTheFrame() {
    try (Frames frames = new Frames();
        Frame frame = frames.plain(200, 100, 255);
        BlazeFaceInput input = new BlazeFaceInput(SIDE)) {
      assertThat(input.fill(frame.image(), new Box(500, 0, 50, 50))).isFalse();
      assertThat(input.fill(frame.image(), new Box(0, -80, 80, 80))).isFalse();
    }
  }

  private static float row(BlazeFaceInput input, int y) {
    return input.values().get((y * SIDE + SIDE / 2) * 3);
  }
}
