package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.testing.Frames;
import ferlive.app.testing.NoNativeLeaks;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class FaceCropperTest {
  private static final int SIDE = 48;

  private static FloatBuffer cut(Frame frame, Box crop, double cropSide) {
    return cut(frame, crop, 0, cropSide);
  }

  private static FloatBuffer cut(Frame frame, Box crop, double roll, double cropSide) {
    ModelContract contract = new ModelContract(SIDE, List.of("a", "b"), "tiny", cropSide, 0, 0, 0);
    try (FaceCropper cropper = new FaceCropper(contract);
        FaceBatch batch = new FaceBatch(SIDE)) {
      cropper.cut(frame, crop, roll, batch);
      return batch.values(1);
    }
  }

  @Test
  void cut_takesThePixelsOfTheSquare() {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(200, 100, 0, 1)) {
      FloatBuffer face = cut(frame, new Box(30, 20, SIDE, SIDE), 1);

      assertThat(face.get(0)).isEqualTo(30);
      assertThat(face.get(SIDE - 1)).isEqualTo(77);
      assertThat(face.get(SIDE * SIDE - 1)).isEqualTo(77);
    }
  }

  @Test
  void cut_averagesWhenItMakesSmaller() {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(200, 100, 0, 1)) {
      FloatBuffer face = cut(frame, new Box(0, 0, 2 * SIDE, 2 * SIDE), 1);

      assertThat(face.get(10)).isEqualTo(20.5f, within(0.51f));
    }
  }

  @Test
  void cut_widensTheSquareAsTheModelAsks() {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(200, 100, 0, 1)) {
      FloatBuffer face = cut(frame, new Box(50, 25, SIDE, SIDE), 1.5);

      assertThat(face.get(0)).isEqualTo(38.25f, within(1f));
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "-30, -30", "90, 90", "15, 10", "9, 0", "-10, 0"})
  void cut_turnsATiltedHeadUpright(double roll, double undone) {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(240, 240, 0, 1)) {
      FloatBuffer face = cut(frame, new Box(96, 96, SIDE, SIDE), roll, 1);

      // What grew to the right by one a pixel grows along the line of the eyes no longer wholly.
      int middle = SIDE / 2 * SIDE + SIDE / 2;
      double across = (face.get(middle + 15) - face.get(middle - 15)) / 30;
      double down = (face.get(middle + 15 * SIDE) - face.get(middle - 15 * SIDE)) / 30;
      assertThat(across).isCloseTo(Math.cos(Math.toRadians(undone)), within(0.05));
      assertThat(down).isCloseTo(-Math.sin(Math.toRadians(undone)), within(0.05));
      assertThat(face.get(middle)).isCloseTo(120, within(1.5f));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-20, -20, 48, 10", // over the corner
    "180, 90, 48, 209", // over the opposite one
    "-500, 10, 48, 10", // outside
    "900, 900, 48, 209",
    "10, 10, 0.2, 20" // less than a pixel
  })
  void cut_repeatsTheBorderBeyondTheFrame(double x, double y, double side, float outside) {
    try (Frames frames = new Frames();
        Frame frame = frames.gradient(200, 100, 10, 1)) {
      FloatBuffer face = cut(frame, new Box(x, y, side, side), 1);

      boolean left = outside < 100;
      assertThat(face.get(left ? 0 : SIDE * SIDE - 1)).isEqualTo(outside, within(1f));
    }
  }
}
