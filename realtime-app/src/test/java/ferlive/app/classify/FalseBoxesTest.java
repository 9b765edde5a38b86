package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ferlive.app.asset.HomeFolder;
import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;

/**
 * How many of the boxes that Haar's cascade finds where there is no face, with no neighbours asked
 * for, the default model takes for none. Measured on all JPEG, PNG and WebP pictures below the
 * folder that {@code -Dferlive.photographs=FOLDER} names, which must show no people; skipped
 * without, as such pictures are not part of this project.
 */
class FalseBoxesTest {
  private static final int LONGEST_SIDE = 640;
  private static final int SMALLEST_FACE = 24;

  @Test
  void isFace_dropsNineInTenOfHaarsBoxesOnPicturesWithoutPeople() throws IOException {
    HomeFolder home = HomeFolder.find();
    int boxes = 0;
    int dropped = 0;
    List<Path> pictures = pictures();
    try (EmotionClassifier classifier =
            EmotionClassifier.open(ModelLoader.load(home, "ferlive", true), Device.CPU, 1);
        FaceCropper cropper = new FaceCropper(classifier.contract());
        FramePool pool = new FramePool();
        CascadeClassifier cascade =
            new CascadeClassifier(
                home.cascades().resolve("haarcascade_frontalface_default.xml").toString())) {
      for (Path picture : pictures) {
        try (Mat gray = gray(picture);
            Frame frame = pool.take(0, 0, 0)) {
          cvtColor(gray, frame.image(), COLOR_GRAY2BGR);
          for (Box box : boxes(cascade, gray)) {
            classifier.batch().clear();
            cropper.cut(frame, box, 0, classifier.batch());
            classifier.classify();
            boxes++;
            dropped += classifier.isFace(0) ? 0 : 1;
          }
        }
      }
    }

    System.out.printf(
        "%d of %d boxes on %d pictures are taken for no face%n", dropped, boxes, pictures.size());
    assertThat(boxes).isPositive();
    assertThat((double) dropped / boxes).isGreaterThanOrEqualTo(0.9);
  }

  private static List<Path> pictures() throws IOException {
    String folder = System.getProperty("ferlive.photographs");
    assumeTrue(folder != null, "skipped: name pictures with -Dferlive.photographs=FOLDER");
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> !Files.isSymbolicLink(file))
          .filter(file -> file.toString().matches(".*\\.(jpg|jpeg|png|webp)$"))
          .sorted()
          .toList();
    }
  }

  private static Mat gray(Path picture) {
    Mat whole = imread(picture.toString(), IMREAD_GRAYSCALE);
    double scale = (double) LONGEST_SIDE / Math.max(whole.cols(), whole.rows());
    if (scale < 1) {
      try (Size size =
          new Size(
              (int) Math.round(whole.cols() * scale), (int) Math.round(whole.rows() * scale))) {
        resize(whole, whole, size, 0, 0, INTER_AREA);
      }
    }
    return whole;
  }

  private static List<Box> boxes(CascadeClassifier cascade, Mat gray) {
    List<Box> boxes = new ArrayList<>();
    try (RectVector found = new RectVector();
        Size smallest = new Size(SMALLEST_FACE, SMALLEST_FACE);
        Size largest = new Size()) {
      cascade.detectMultiScale(gray, found, 1.1, 0, 0, smallest, largest);
      for (long i = 0; i < found.size(); i++) {
        Rect rect = found.get(i);
        boxes.add(new Box(rect.x(), rect.y(), rect.width(), rect.height()));
      }
    }
    return boxes;
  }
}
