package ferlive.app.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_BACKEND_OPENCV;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_TARGET_CPU;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.asset.AssetFile;
import ferlive.app.frame.Box;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * YuNet (Wu, Peng and Yu 2023) in OpenCV, looking at parts of images.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns the network and its buffers,
 * which are used again for every part of the same shape.
 */
final class YuNetNetwork implements AutoCloseable {
  /** Numbers of a found face: box, five points of which the first two are the eyes, score. */
  private static final int NUMBERS = 15;

  private static final int SCORE = 14;
  private static final float LOWEST_SCORE = 0.3f;
  private static final float SAME_FACE = 0.3f;
  private static final int MOST_FACES = 500;
  private static final int TEST_SIDE = 64;

  /** Sides below this hold no face, and the network sees some in next to nothing. */
  private static final double LEAST_SIDE = 12;

  private final FaceDetectorYN network;
  private final Size size = new Size(0, 0);
  private final Rect area = new Rect();
  private final Mat scaled = new Mat();
  private final Mat faces = new Mat();

  private YuNetNetwork(FaceDetectorYN network) {
    this.network = network;
  }

  /**
   * Opens the network and tries it: OpenCV takes any network here, and fails when it is run.
   *
   * @throws ferlive.app.error.AppException with MODEL when the file is not YuNet's
   */
  static YuNetNetwork open(AssetFile file) {
    YuNetNetwork opened = null;
    try {
      opened = new YuNetNetwork(create(file));
      opened.selfTest();
      return opened;
    } catch (RuntimeException e) {
      if (opened != null) {
        opened.close();
      }
      throw file.refused("is not YuNet's", e);
    }
  }

  private static FaceDetectorYN create(AssetFile file) {
    try (Size any = new Size(TEST_SIDE, TEST_SIDE)) {
      return FaceDetectorYN.create(
          "onnx",
          file.bytes(),
          new byte[0],
          any,
          LOWEST_SCORE,
          SAME_FACE,
          MOST_FACES,
          DNN_BACKEND_OPENCV,
          DNN_TARGET_CPU);
    }
  }

  private void selfTest() {
    try (Scalar level = new Scalar(0);
        Mat black = new Mat(TEST_SIDE, TEST_SIDE, CV_8UC3, level)) {
      find(black, new Box(0, 0, TEST_SIDE, TEST_SIDE), 1, LOWEST_SCORE);
    }
  }

  /**
   * Looks for faces.
   *
   * @param image 8-bit BGR; borrowed
   * @param part of the image, in whole pixels, inside it
   * @param scale size as the network is to see the part over its own
   * @param minScore from which a place is a face, 0..1
   * @return the faces in pixels of the image
   */
  List<FoundFace> find(Mat image, Box part, double scale, double minScore) {
    if (Math.min(part.width(), part.height()) < LEAST_SIDE) {
      return List.of();
    }
    prepare(image, part, scale);
    network.detect(scaled, faces);
    List<FoundFace> found = new ArrayList<>();
    if (faces.rows() == 0) {
      return found;
    }
    FloatBuffer numbers = faces.createBuffer();
    for (int at = 0; at < faces.rows() * NUMBERS; at += NUMBERS) {
      if (numbers.get(at + SCORE) >= minScore) {
        found.add(face(numbers, at, part, scale));
      }
    }
    return found;
  }

  private void prepare(Mat image, Box part, double scale) {
    int width = Math.max(1, (int) Math.round(part.width() * scale));
    int height = Math.max(1, (int) Math.round(part.height() * scale));
    if (size.width() != width || size.height() != height) {
      size.width(width).height(height);
      network.setInputSize(size);
    }
    area.x((int) part.x()).y((int) part.y());
    area.width((int) part.width()).height((int) part.height());
    try (Mat view = new Mat(image, area)) {
      resize(view, scaled, size, 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
    }
  }

  private static FoundFace face(FloatBuffer numbers, int at, Box part, double scale) {
    double[] v = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      v[i] = numbers.get(at + i) / scale;
    }
    Box box = new Box(part.x() + v[0], part.y() + v[1], Math.max(1, v[2]), Math.max(1, v[3]));
    Eyes eyes = new Eyes(part.x() + v[4], part.y() + v[5], part.x() + v[6], part.y() + v[7]);
    return new FoundFace(box, eyes, numbers.get(at + SCORE));
  }

  @Override
  public void close() {
    faces.close();
    scaled.close();
    area.close();
    size.close();
    network.close();
  }
}
