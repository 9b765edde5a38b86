package ferlive.app.window;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import ferlive.app.draw.FaceBlur;
import ferlive.app.result.FaceResult;
import ferlive.app.view.View;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture in the size and format of the screen, so that it is shown without another conversion:
 * Java's own scaling takes many times as long.
 *
 * <p><b>Threading</b>: confined to the event thread. <b>Ownership</b>: borrows pictures; owns its
 * buffers, which are used again.
 */
final class ScreenImage implements AutoCloseable {
  private static final int SIDEWAYS = 1;

  private final FaceBlur blur = new FaceBlur();
  private final Size size = new Size();
  private final Mat blurred = new Mat();
  private final Mat scaled = new Mat();
  private final Mat mirrored = new Mat();
  private final Mat pixels = new Mat();
  private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  /**
   * Makes the image.
   *
   * @param picture 8-bit BGR
   * @param width in pixels of the screen
   * @param height in pixels of the screen
   * @return valid until the next call; borrowed
   */
  BufferedImage render(Mat picture, List<FaceResult> faces, View view, int width, int height) {
    Mat source = picture;
    if (view.blurred()) {
      picture.copyTo(blurred);
      blur.blur(blurred, faces);
      source = blurred;
    }
    if (width != source.cols() || height != source.rows()) {
      size.width(width).height(height);
      resize(source, scaled, size, 0, 0, width < source.cols() ? INTER_AREA : INTER_LINEAR);
      source = scaled;
    }
    if (view.mirrored()) {
      flip(source, mirrored, SIDEWAYS);
      source = mirrored;
    }
    cvtColor(source, pixels, COLOR_BGR2BGRA);
    if (image.getWidth() != width || image.getHeight() != height) {
      image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }
    ByteBuffer bytes = pixels.createBuffer();
    bytes
        .order(ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer()
        .get(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    return image;
  }

  @Override
  public void close() {
    pixels.close();
    mirrored.close();
    scaled.close();
    blurred.close();
    size.close();
    blur.close();
  }
}
