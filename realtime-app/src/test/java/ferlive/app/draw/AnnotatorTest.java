package ferlive.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import ferlive.app.frame.Box;
import ferlive.app.result.AttentionMap;
import ferlive.app.result.FaceResult;
import ferlive.app.result.Scores;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.view.Command;
import ferlive.app.view.View;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NoNativeLeaks
class AnnotatorTest {
  private static final View VIEW = View.initial();
  private static final View NO_BARS = VIEW.after(Command.BARS);
  private static final Box BOX = new Box(270, 150, 120, 120);

  @ParameterizedTest
  @CsvSource({"320, 240", "640, 480", "3840, 2160", "48, 48", "1, 1", "1000, 3"})
  void annotate_standsAnySizeAndAnyBox(int width, int height) {
    List<FaceResult> faces =
        List.of(
            face(1, new Box(width * 0.3, height * 0.3, width * 0.2, height * 0.2)),
            face(2, new Box(-width, -height, 3 * width, 3 * height)),
            face(3, new Box(width * 2, height * 2, 5, 5)),
            face(4, new Box(width - 1, 0, 10, 10)));
    try (Mat picture = black(width, height);
        Annotator annotator = new Annotator(FixedAnalyzer.LABELS)) {
      BufferedImage image = annotator.annotate(picture, faces, VIEW, true);

      assertThat(image.getWidth()).isEqualTo(width);
      assertThat(lit(image)).isPositive();
    }
  }

  @Test
  void annotate_drawsBoxAndLabelInTheColourOfTheTrack() {
    try (Mat picture = black(640, 480);
        Annotator annotator = new Annotator(FixedAnalyzer.LABELS)) {
      BufferedImage image = annotator.annotate(picture, List.of(face(2, BOX)), VIEW, false);

      assertThat(new Color(image.getRGB(330, 150))).isEqualTo(TrackColours.of(2));
      assertThat(new Color(image.getRGB(330, 210))).as("the face itself").isEqualTo(Color.BLACK);
    }
  }

  @Test
  void annotate_drawsMoreWithMoreBars() {
    try (Mat picture = black(640, 480);
        Annotator annotator = new Annotator(FixedAnalyzer.LABELS)) {
      List<FaceResult> faces = List.of(face(1, BOX));
      long all = lit(annotator.annotate(picture, faces, VIEW, false));
      long none = lit(annotator.annotate(picture, faces, NO_BARS, false));
      long top = lit(annotator.annotate(picture, faces, NO_BARS.after(Command.BARS), false));

      assertThat(none).isLessThan(top);
      assertThat(top).isLessThan(all);
    }
  }

  @Test
  void annotate_marksWhatIsRecorded() {
    try (Mat picture = black(640, 480);
        Annotator annotator = new Annotator(FixedAnalyzer.LABELS)) {
      annotator.annotate(picture, List.of(), VIEW, false);
      BufferedImage image = annotator.annotate(picture, List.of(), VIEW, true);
      Color corner = new Color(image.getRGB(639, 1));

      assertThat(corner.getRed()).isGreaterThan(150);
      assertThat(corner.getGreen()).isLessThan(80);
    }
  }

  @Test
  void annotate_drawsAttentionOnlyWhenItIsWantedAndThere() {
    AttentionMap map = new AttentionMap(new float[] {0, 0, 0, 1}, 0, 2, 2, BOX, 0);
    FaceResult seen =
        new FaceResult(
            1,
            BOX,
            OptionalDouble.empty(),
            Scores.of(0, 0, 0, 1, 0, 0, 0),
            3,
            1,
            true,
            Optional.of(map));
    View attentive = VIEW.after(Command.ATTENTION);
    try (Mat picture = black(640, 480);
        Annotator annotator = new Annotator(FixedAnalyzer.LABELS)) {
      assertThat(gray(annotator.annotate(picture, List.of(seen), VIEW, false), 370, 250)).isZero();
      assertThat(
              gray(annotator.annotate(picture, List.of(face(1, BOX)), attentive, false), 370, 250))
          .isZero();
      BufferedImage image = annotator.annotate(picture, List.of(seen), attentive, false);
      assertThat(gray(image, 370, 250)).as("where it looked most").isGreaterThan(100);
      assertThat(gray(image, 300, 170)).as("where it looked least").isLessThan(20);
    }
  }

  @Test
  void annotate_leavesNothingNativeBehindAndThePictureAsItIs() {
    try (Mat picture = black(320, 240);
        Annotator annotator = new Annotator(FixedAnalyzer.LABELS)) {
      List<FaceResult> faces = List.of(face(1, new Box(50, 50, 80, 80)));
      View blurred = VIEW.withBlur();
      annotator.annotate(picture, faces, blurred, true);
      long before = Pointer.totalCount();

      for (int i = 0; i < 200; i++) {
        annotator.annotate(picture, faces, blurred, true);
      }

      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
      assertThat(picture.ptr(60, 60).get(0)).isZero();
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

  private static int gray(BufferedImage image, int x, int y) {
    Color colour = new Color(image.getRGB(x, y));
    return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3;
  }

  private static long lit(BufferedImage image) {
    long lit = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        lit += gray(image, x, y) > 0 ? 1 : 0;
      }
    }
    return lit;
  }
}
