package ferlive.app.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.frame.Box;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What a BlazeFace network sees: a square of the frame, as side x side x 3 float32 values, red,
 * green, blue, -1..1. What the square covers beyond the frame is black.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns its buffers, which are used
 * again for every square.
 */
final class BlazeFaceInput implements AutoCloseable {
  private static final double SCALE = 1 / 127.5;
  private static final double BLACK = -1;

  private final int side;
  private final FloatBuffer values;
  private final BytePointer memory;
  private final Mat canvas;
  private final Scalar black = new Scalar(BLACK, BLACK, BLACK, BLACK);
  private final Rect source = new Rect();
  private final Rect target = new Rect();
  private final Size size = new Size();
  private final Mat scaled = new Mat();

  BlazeFaceInput(int side) {
    this.side = side;
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(side * side * 3 * Float.BYTES).order(ByteOrder.nativeOrder());
    this.values = bytes.asFloatBuffer();
    this.memory = new BytePointer(bytes);
    this.canvas = new Mat(side, side, CV_32FC3, memory);
  }

  /** Side of the square in pixels. */
  int side() {
    return side;
  }

  /** The pixels of the last square, not copied. */
  FloatBuffer values() {
    return values;
  }

  /**
   * Takes a square of an image.
   *
   * @param image 8-bit BGR; borrowed
   * @param square in pixels of the image; may reach beyond it
   * @return whether any of the square lies inside the image
   */
  boolean fill(Mat image, Box square) {
    double scale = side / square.width();
    int left = inside(square.x(), image.cols());
    int top = inside(square.y(), image.rows());
    int right = inside(square.x() + square.width(), image.cols());
    int bottom = inside(square.y() + square.height(), image.rows());
    if (right <= left || bottom <= top) {
      return false;
    }
    source.x(left).y(top).width(right - left).height(bottom - top);
    int x = onCanvas((left - square.x()) * scale, side - 1);
    int y = onCanvas((top - square.y()) * scale, side - 1);
    target.x(x).y(y);
    target.width(Math.max(1, onCanvas((right - square.x()) * scale, side) - x));
    target.height(Math.max(1, onCanvas((bottom - square.y()) * scale, side) - y));
    draw(image);
    return true;
  }

  private void draw(Mat image) {
    boolean covered = target.width() == side && target.height() == side;
    if (!covered) {
      canvas.put(black);
    }
    size.width(target.width()).height(target.height());
    try (Mat part = new Mat(image, source);
        Mat place = new Mat(canvas, target)) {
      resize(part, scaled, size, 0, 0, INTER_LINEAR);
      // On the small picture: there are fewer pixels to convert.
      cvtColor(scaled, scaled, COLOR_BGR2RGB);
      scaled.convertTo(place, CV_32F, SCALE, BLACK);
    }
  }

  private static int inside(double at, int length) {
    return (int) Math.max(0, Math.min(length, Math.round(at)));
  }

  private static int onCanvas(double at, int most) {
    return (int) Math.max(0, Math.min(most, Math.round(at)));
  }

  @Override
  public void close() {
    scaled.close();
    size.close();
    target.close();
    source.close();
    black.close();
    canvas.close();
    memory.close();
  }
}
