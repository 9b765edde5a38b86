package ferlive.app.source;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One picture file, turned as its EXIF orientation says.
 *
 * <p><b>Errors</b>: INPUT for a file that is no picture, is damaged, or promises more than 50
 * million pixels. <b>Threading</b>: confined to one thread.
 */
final class PictureSource implements FrameSource {
  static final long MAX_PIXELS = 50_000_000;
  private static final long MAX_BYTES = 500_000_000;
  private static final Pattern EXTENSION = Pattern.compile("(?i).*\\.(jpe?g|png|bmp|tiff?|webp)");

  private final FramePool pool = new FramePool();
  private final SourceInfo info;
  private final byte[] encoded;
  private boolean given;

  /**
   * @param name as the user gave it
   */
  PictureSource(String name, Path file) {
    this.encoded = bytes(name, file);
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
    // The size is not told: a picture may yet be turned.
    this.info = new SourceInfo(name, SourceKind.PICTURES, 0, 0, 0, 1);
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

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Optional<Frame> next() {
    if (given) {
      return Optional.empty();
    }
    given = true;
    Frame frame = pool.take(0, 0, System.nanoTime());
    if (!decode(frame.image())) {
      frame.close();
      throw fault(info.name(), "a damaged picture");
    }
    return Optional.of(frame);
  }

  private boolean decode(Mat image) {
    if (!isWhole()) {
      return false;
    }
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

  @Override
  public void close() {
    pool.close();
  }
}
