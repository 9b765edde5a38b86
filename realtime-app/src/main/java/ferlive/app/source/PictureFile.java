package ferlive.app.source;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The bytes of one picture file, whose header promises a picture that can be read.
 *
 * <p><b>Threading</b>: thread-safe, unchanging.
 */
final class PictureFile {
  static final long MAX_PIXELS = 50_000_000;
  private static final long MAX_BYTES = 500_000_000;
  private static final Pattern EXTENSION = Pattern.compile("(?i).*\\.(jpe?g|png|bmp|tiff?|webp)");

  private final String name;
  private final byte[] encoded;

  private PictureFile(String name, byte[] encoded) {
    this.name = name;
    this.encoded = encoded;
  }

  /**
   * Reads a file whole.
   *
   * @param name as the user gave it
   * @throws AppException INPUT for a file that is no picture or promises more than 50 million
   *     pixels
   */
  static PictureFile read(String name, Path file) {
    byte[] encoded = bytes(name, file);
    PictureHeader header =
        PictureHeader.read(encoded)
            .orElseThrow(
                () -> fault(name, "not a picture that can be read (JPEG, PNG, BMP, TIFF, WebP)"));
    if (header.pixels() > MAX_PIXELS) {
      throw fault(
          name,
          "%d x %d pixels, more than the %d million that are read"
              .formatted(header.width(), header.height(), MAX_PIXELS / 1_000_000));
    }
    return new PictureFile(name, encoded);
  }

  /** Whether a file is a picture by its first bytes, or means to be one by its name. */
  static boolean accepts(Path file) {
    if (isNamedAsPicture(file)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return PictureHeader.isPicture(in.readNBytes(PictureHeader.MAGIC_BYTES));
    } catch (IOException e) {
      return false;
    }
  }

  static boolean isNamedAsPicture(Path file) {
    return EXTENSION.matcher(file.toString()).matches();
  }

  /**
   * Decodes the picture as BGR, turned as its EXIF orientation says.
   *
   * @throws AppException INPUT for a damaged picture
   */
  void decode(Mat image) {
    if (!isWhole() || !isDecoded(image)) {
      throw fault(name, "a damaged picture");
    }
  }

  private boolean isDecoded(Mat image) {
    try (BytePointer bytes = new BytePointer(encoded);
        Mat buffer = new Mat(1, encoded.length, CV_8UC1, bytes)) {
      // Decoded in place; the returned header is a second view of the same pixels, and empty where
      // they are not all there.
      try (Mat decoded = imdecode(buffer, IMREAD_COLOR, image)) {
        return decoded != null && !decoded.empty();
      }
    } catch (RuntimeException e) {
      // OpenCV reports some damages as an exception and others as an empty picture.
      return false;
    }
  }

  /** Asked first, because OpenCV and libpng write about cut files to the terminal. */
  private boolean isWhole() {
    return PngFile.isPng(encoded) ? PngFile.isWhole(encoded) : !PictureHeader.isCutBmp(encoded);
  }

  private static byte[] bytes(String name, Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw fault(name, "larger than the 500 MB that are read of a picture");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AppException(ExitCode.INPUT, name + ": cannot be read", e);
    }
  }

  private static AppException fault(String name, String what) {
    return new AppException(ExitCode.INPUT, name + ": " + what);
  }
}
