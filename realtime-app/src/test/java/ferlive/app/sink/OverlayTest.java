package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import ferlive.app.frame.Box;
import ferlive.app.result.FaceResult;
import ferlive.app.result.Scores;
import ferlive.app.testing.FixedAnalyzer;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
  private final Overlay overlay = new Overlay(FixedAnalyzer.LABELS);

  @ParameterizedTest
  @CsvSource({"320, 240", "640, 480", "3840, 2160", "48, 48", "1, 1", "1000, 3"})
  void drawFaces_standsAnySizeAndAnyBox(int width, int height) {
    try (Mat picture = black(width, height)) {
      overlay.drawFaces(
          picture,
          List.of(
              face(1, new Box(width * 0.3, height * 0.3, width * 0.2, height * 0.2)),
              face(2, new Box(-width, -height, 3 * width, 3 * height)),
              face(3, new Box(width * 2, height * 2, 5, 5)),
              face(4, new Box(width - 1, 0, 10, 10))));
      overlay.drawStatus(picture, "29.8 fps, and a text that no small picture has room for");

      assertThat(picture.cols()).isEqualTo(width);
      assertThat(litPixels(picture)).isPositive();
    }
  }

  @Test
  void drawFaces_leavesNothingNativeBehind() {
    try (Mat picture = black(320, 240)) {
      List<FaceResult> faces = List.of(face(1, new Box(50, 50, 80, 80)));
      overlay.drawFaces(picture, faces);
      long before = Pointer.totalCount();

      for (int i = 0; i < 200; i++) {
        overlay.drawFaces(picture, faces);
        overlay.drawStatus(picture, "30 fps");
      }

      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
  }

  private static FaceResult face(int track, Box box) {
    Scores scores = Scores.of(0, 0, 0, 1, 0, 0, 0);
    return new FaceResult(track, box, OptionalDouble.empty(), scores, 3, 1, track % 2 == 1);
  }

  private static Mat black(int width, int height) {
    try (Scalar zero = new Scalar(0, 0, 0, 0)) {
      return new Mat(height, width, CV_8UC3, zero);
    }
  }

  private static long litPixels(Mat picture) {
    long lit = 0;
    try (UByteIndexer pixels = picture.createIndexer()) {
      for (int y = 0; y < picture.rows(); y++) {
        for (int x = 0; x < picture.cols(); x++) {
          lit += pixels.get(y, x, 1) > 0 ? 1 : 0;
        }
      }
    }
    return lit;
  }
}
