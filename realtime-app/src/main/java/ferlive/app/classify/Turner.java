package ferlive.app.classify;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.DoubleBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Turns pictures of tilted heads upright.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns its buffers.
 */
final class Turner implements AutoCloseable {
  /** Degrees that FER2013's own faces are tilted by, and that the networks were trained to bear. */
  private static final double BORNE = 10;

  private final Mat map = new Mat(2, 3, CV_64FC1);
  private final DoubleBuffer numbers = map.createBuffer();
  private final Size size = new Size();
  private final Scalar unused = new Scalar();
  private final Mat turned = new Mat();

  /**
   * By how much a head is turned back: not at all up to 10 degrees, wholly from 20, and in between
   * so that a head that tilts slowly gives a picture that changes slowly.
   *
   * @param roll in degrees
   * @return of the same sign, in degrees
   */
  static double undone(double roll) {
    double tilt = Math.abs(roll);
    return Math.copySign(Math.min(tilt, Math.max(0, 2 * (tilt - BORNE))), roll);
  }

  /** Side of the upright square around a square of side 1 that is turned by an angle. */
  static double around(double angle) {
    double radians = Math.toRadians(angle);
    return Math.abs(Math.cos(radians)) + Math.abs(Math.sin(radians));
  }

  /**
   * Turns a picture about its middle and keeps the middle of it.
   *
   * @param angle in degrees, clockwise as the picture is now
   * @param scale size of the picture over that of the result
   * @param side of the result in pixels
   * @return the result, valid until the next call; borrowed
   */
  Mat turn(Mat picture, double angle, double scale, int side) {
    double radians = Math.toRadians(angle);
    double cos = Math.cos(radians) * scale;
    double sin = Math.sin(radians) * scale;
    double middle = (side - 1) / 2.0;
    double centerX = (picture.cols() - 1) / 2.0;
    double centerY = (picture.rows() - 1) / 2.0;
    numbers.put(0, cos).put(1, -sin).put(2, centerX - (cos - sin) * middle);
    numbers.put(3, sin).put(4, cos).put(5, centerY - (sin + cos) * middle);
    size.width(side).height(side);
    int how = INTER_LINEAR | WARP_INVERSE_MAP;
    warpAffine(picture, turned, map, size, how, BORDER_REPLICATE, unused);
    return turned;
  }

  @Override
  public void close() {
    turned.close();
    unused.close();
    size.close();
    map.close();
  }
}
