package ferlive.app.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Box;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Runs one cascade over one part of an image.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the cascade and its buffers,
 * which are used again for every search.
 */
final class HaarSearch implements AutoCloseable {
  private final CascadeClassifier cascade;
  private final Mat scaled = new Mat();
  private final Mat gray = new Mat();
  private final RectVector found = new RectVector();
  private final Rect area = new Rect();
  private final Size size = new Size();
  private final Size minimum = new Size();
  private final Size maximum = new Size();

  HaarSearch(CascadeClassifier cascade) {
    this.cascade = cascade;
  }

  /**
   * What to search.
   *
   * @param part of the image, in whole pixels, inside the image
   * @param scale searched size over original size
   * @param minFace side of the smallest face in pixels of the image
   * @param maxFace side of the largest face in pixels of the image
   * @param scaleFactor ratio of one window size to the next
   * @param minNeighbors more windows than this must agree on a face
   */
  record Plan(
      Box part,
      double scale,
      double minFace,
      double maxFace,
      double scaleFactor,
      int minNeighbors) {}

  /**
   * A place that looks like a face.
   *
   * @param box in pixels of the image
   * @param neighbors windows that agreed on it
   */
  record Find(Box box, int neighbors) {}

  /** The faces in a part of a BGR image, in no particular order. */
  List<Find> faces(Mat image, Plan plan) {
    prepare(image, plan);
    List<Find> finds = new ArrayList<>();
    try (IntPointer neighbors = new IntPointer()) {
      found.clear();
      cascade.detectMultiScale2(
          gray, found, neighbors, plan.scaleFactor, plan.minNeighbors, 0, minimum, maximum);
      for (long i = 0; i < found.size(); i++) {
        finds.add(new Find(inImage(found.get(i), plan), neighbors.get(i)));
      }
    }
    return finds;
  }

  private void prepare(Mat image, Plan plan) {
    Box part = plan.part;
    area.x((int) part.x()).y((int) part.y());
    area.width((int) part.width()).height((int) part.height());
    size.width(pixels(part.width() * plan.scale)).height(pixels(part.height() * plan.scale));
    // Scaled before it is made gray: most often there are fewer pixels to convert then.
    try (Mat view = new Mat(image, area)) {
      resize(view, scaled, size, 0, 0, plan.scale < 1 ? INTER_AREA : INTER_LINEAR);
    }
    cvtColor(scaled, gray, COLOR_BGR2GRAY);
    minimum.width(pixels(plan.minFace * plan.scale)).height(minimum.width());
    maximum.width(pixels(plan.maxFace * plan.scale)).height(maximum.width());
  }

  private static Box inImage(Rect rect, Plan plan) {
    double scale = plan.scale;
    return new Box(
        plan.part.x() + rect.x() / scale,
        plan.part.y() + rect.y() / scale,
        rect.width() / scale,
        rect.height() / scale);
  }

  private static int pixels(double length) {
    return Math.max(1, (int) Math.round(length));
  }

  @Override
  public void close() {
    maximum.close();
    minimum.close();
    size.close();
    area.close();
    found.close();
    gray.close();
    scaled.close();
    cascade.close();
  }
}
