package ferlive.app.frame;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes JPEG files of pictures. Without state; frees what it allocates. */
public final class Jpeg {
  private Jpeg() {}

  /**
   * The bytes of a JPEG file.
   *
   * @param picture 8-bit BGR; borrowed
   * @param quality 1 to 100
   */
  public static byte[] encode(Mat picture, int quality) {
    try (BytePointer file = new BytePointer();
        IntPointer settings = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      imencode(".jpg", picture, file, settings);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }
}
