package ferlive.app.record;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2YUV_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture as H.264 wants it: in even size, with a colour for four pixels. An odd size gets one
 * row or column more, one that OpenH264 cannot take is scaled down.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: owns its pixels, used again for
 * every picture; the encoder's frame that {@link #describe} is given borrows them.
 */
final class YuvPicture implements AutoCloseable {
  private static final double MAX_PIXELS = 4096 * 2160;

  private final int width;
  private final int height;
  private final Size size;
  private final Scalar unused = new Scalar();
  private final Mat loaded = new Mat();
  private final Mat fitted = new Mat();
  private final Mat yuv;
  private final BytePointer[] planes;

  /**
   * @param width of the pictures that come
   * @param height of the pictures that come
   */
  YuvPicture(int width, int height) {
    double scale = Math.min(1, Math.sqrt(MAX_PIXELS / ((double) width * height)));
    this.width = even(width, scale);
    this.height = even(height, scale);
    this.size = new Size(this.width, this.height);
    this.yuv = new Mat(this.height * 3 / 2, this.width, CV_8UC1);
    long pixels = (long) this.width * this.height;
    BytePointer start = yuv.data();
    this.planes =
        new BytePointer[] {start, start.getPointer(pixels), start.getPointer(pixels * 5 / 4)};
  }

  private static int even(int length, double scale) {
    return scale < 1 ? 2 * (int) (length * scale / 2) : length + length % 2;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Makes a frame of the encoder show this picture, now and after each {@link #load}. */
  void describe(AVFrame frame) {
    frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
    for (int plane = 0; plane < planes.length; plane++) {
      frame.data(plane, planes[plane]);
      frame.linesize(plane, plane == 0 ? width : width / 2);
    }
  }

  /**
   * @param image of type 3BYTE_BGR, of any size
   */
  void load(BufferedImage image) {
    loaded.create(image.getHeight(), image.getWidth(), CV_8UC3);
    loaded.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    cvtColor(fitted(), yuv, COLOR_BGR2YUV_I420);
  }

  private Mat fitted() {
    int right = width - loaded.cols();
    int below = height - loaded.rows();
    if (right == 0 && below == 0) {
      return loaded;
    }
    if (right >= 0 && right <= 1 && below >= 0 && below <= 1) {
      copyMakeBorder(loaded, fitted, 0, below, 0, right, BORDER_REPLICATE, unused);
    } else {
      resize(loaded, fitted, size, 0, 0, INTER_AREA);
    }
    return fitted;
  }

  @Override
  public void close() {
    yuv.close();
    fitted.close();
    loaded.close();
    unused.close();
    size.close();
  }
}
