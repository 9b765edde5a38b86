package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import ferlive.app.frame.Box;
import ferlive.app.result.FaceResult;
import ferlive.app.result.Scores;
import ferlive.app.testing.NoNativeLeaks;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class FaceBlurTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 160;

  /** Noise of 32,000 pixels: what is left of a face can be told by how many colours it has. */
  @ParameterizedTest
  @CsvSource({"60, 50, 60, 60", "-20, -20, 60, 60", "170, 130, 60, 60", "0, 0, 200, 160"})
  void blur_leavesNothingOfTheFaceAndItsMarginButTiles(int x, int y, int width, int height) {
    try (Mat picture = noise();
        FaceBlur blur = new FaceBlur()) {
      blur.blur(picture, List.of(face(new Box(x, y, width, height))));

      assertThat(colours(picture, x - width / 5, y - height / 5, width * 7 / 5, height * 7 / 5))
          .hasSizeLessThanOrEqualTo(36);
    }
  }

  @Test
  void blur_leavesTheRestAsItIs() {
    try (Mat picture = noise();
        Mat before = picture.clone();
        FaceBlur blur = new FaceBlur()) {
      blur.blur(picture, List.of(face(new Box(60, 50, 60, 60)), face(new Box(500, 500, 9, 9))));

      assertThat(colours(picture, 0, 0, 44, HEIGHT)).isEqualTo(colours(before, 0, 0, 44, HEIGHT));
      assertThat(colours(picture, 0, 126, WIDTH, 34)).isEqualTo(colours(before, 0, 126, WIDTH, 34));
    }
  }

  private static FaceResult face(Box box) {
    return new FaceResult(1, box, OptionalDouble.empty(), Scores.of(1f), 0, 1, true);
  }

  private static Mat noise() {
    Random random = new Random(1);
    Mat picture = new Mat(HEIGHT, WIDTH, CV_8UC3);
    try (UByteIndexer pixels = picture.createIndexer()) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          pixels.put(y, x, random.nextInt(256), random.nextInt(256), random.nextInt(256));
        }
      }
    }
    return picture;
  }

  private static Set<List<Integer>> colours(Mat picture, int x, int y, int width, int height) {
    Set<List<Integer>> colours = new HashSet<>();
    try (UByteIndexer pixels = picture.createIndexer()) {
      for (int row = Math.max(0, y); row < Math.min(HEIGHT, y + height); row++) {
        for (int column = Math.max(0, x); column < Math.min(WIDTH, x + width); column++) {
          colours.add(
              List.of(
                  pixels.get(row, column, 0),
                  pixels.get(row, column, 1),
                  pixels.get(row, column, 2)));
        }
      }
    }
    return colours;
  }
}
