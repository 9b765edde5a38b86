package ferlive.app.classify;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts faces out of a frame as a network wants them: square, upright, gray. Larger faces are
 * reduced by area, smaller ones enlarged by cubic interpolation. What a square covers beyond the
 * frame repeats the frame's border.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows frame and batch; owns its
 * buffers, which are used again for every face.
 */
public final class FaceCropper implements AutoCloseable {
  private final double cropSide;
  private final Rect area = new Rect();
  private final Scalar unused = new Scalar();
  private final Size size = new Size();
  private final Mat gray = new Mat();
  private final Mat square = new Mat();
  private final Mat scaled = new Mat();
  private final Turner turner = new Turner();

  /** A cropper for the framing that a model was trained with. */
  public FaceCropper(ModelContract contract) {
    this.cropSide = contract.cropSide();
  }

  /**
   * Adds a face to a batch.
   *
   * @param crop the square that FER2013 would have framed, in pixels of the frame; may reach beyond
   *     the frame
   * @param roll of the head in degrees, positive when the eye on the picture's right is the lower
   *     one
   * @return by how many degrees the face was turned back
   */
  public double cut(Frame frame, Box crop, double roll, FaceBatch batch) {
    double angle = Turner.undone(roll);
    double wanted = crop.width() * cropSide;
    double wider = Turner.around(angle);
    Mat face = square(frame, crop.centerX(), crop.centerY(), wanted * wider);
    if (angle == 0) {
      scale(face, batch.side()).convertTo(batch.add(), CV_32F);
    } else {
      // At twice the size, so that turning costs no sharpness.
      Mat larger = scale(face, (int) Math.round(2 * batch.side() * wider));
      turner.turn(larger, angle, 2, batch.side()).convertTo(batch.add(), CV_32F);
    }
    return angle;
  }

  /** The square of the frame that is cut for a crop, before it is turned. */
  public Box area(Box crop) {
    return Box.square(crop.centerX(), crop.centerY(), crop.width() * cropSide);
  }

  private Mat scale(Mat face, int side) {
    size.width(side).height(side);
    resize(face, scaled, size, 0, 0, face.cols() >= side ? INTER_AREA : INTER_CUBIC);
    return scaled;
  }

  /** The gray square of this side around a point. */
  private Mat square(Frame frame, double centerX, double centerY, double length) {
    int side = Math.max(1, (int) Math.round(length));
    int left = origin(centerX, side, frame.width());
    int top = origin(centerY, side, frame.height());
    Mat face = grayInside(frame, left, top, side);
    int before = Math.max(0, -left);
    int above = Math.max(0, -top);
    if (face.cols() == side && face.rows() == side) {
      return face;
    }
    int below = side - above - face.rows();
    int after = side - before - face.cols();
    copyMakeBorder(face, square, above, below, before, after, BORDER_REPLICATE, unused);
    return square;
  }

  /** Where the square begins on one axis: at least one pixel of it lies inside the frame. */
  private static int origin(double center, int side, int length) {
    long first = Math.round(center - side / 2.0);
    return (int) Math.max(1L - side, Math.min(length - 1L, first));
  }

  private Mat grayInside(Frame frame, int left, int top, int side) {
    int x = Math.max(0, left);
    int y = Math.max(0, top);
    area.x(x).y(y);
    area.width(Math.min(frame.width(), left + side) - x);
    area.height(Math.min(frame.height(), top + side) - y);
    try (Mat inside = new Mat(frame.image(), area)) {
      cvtColor(inside, gray, COLOR_BGR2GRAY);
    }
    return gray;
  }

  @Override
  public void close() {
    turner.close();
    scaled.close();
    square.close();
    gray.close();
    size.close();
    unused.close();
    area.close();
  }
}
