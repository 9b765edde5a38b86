package ferlive.app.cli;

import ferlive.app.camera.Camera;
import ferlive.app.camera.CameraNames;
import ferlive.app.camera.CameraRequest;
import ferlive.app.camera.CameraRequest.PictureSize;
import ferlive.app.camera.Cameras;
import ferlive.app.camera.PixelFormat;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.source.Sources;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is asked of a camera, as a picocli mixin. */
final class CameraOptions {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  /** What looks like a name, not like a file. */
  private static final Pattern WORDS = Pattern.compile("[^./\\\\]+");

  private static final double MOST_FPS = 1000;

  @Option(
      names = "--camera-size",
      paramLabel = "WxH",
      description = "Ask a camera for pictures of this size; `ferlive cameras` lists them.")
  private String size;

  @Option(
      names = "--camera-fps",
      paramLabel = "N",
      description = "Ask a camera for so many frames a second.")
  private Double fps;

  @Option(
      names = "--camera-format",
      paramLabel = "mjpeg|yuyv",
      description =
          "Ask a camera for pixels of this kind: mjpeg is fast when large, yuyv is exact.")
  private PixelFormat format;

  /**
   * What is asked.
   *
   * @throws AppException USAGE for what no camera can do
   */
  CameraRequest request() {
    if (fps != null && !(fps > 0 && fps <= MOST_FPS)) {
      throw new AppException(
          ExitCode.USAGE, "--camera-fps is " + fps + ", expected more than 0, up to 1000");
    }
    return new CameraRequest(
        Optional.ofNullable(size).map(CameraOptions::size),
        fps == null ? OptionalDouble.empty() : OptionalDouble.of(fps),
        Optional.ofNullable(format));
  }

  private static PictureSize size(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new AppException(
          ExitCode.USAGE, "--camera-size is " + text + ", expected a size such as 1280x720");
    }
    return new PictureSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }

  /**
   * Finds the camera that a source names, where the source is nothing else that there is.
   *
   * @return the camera's number, or the source as it is
   * @throws AppException SOURCE where several cameras have such a name, or none does
   */
  static String resolve(String source, Cameras cameras) {
    if (!Sources.isMissingFile(source)) {
      return source;
    }
    Optional<Camera> camera = CameraNames.find(source, cameras.list());
    if (camera.isEmpty() && WORDS.matcher(source).matches()) {
      throw new AppException(
          ExitCode.SOURCE,
          "'" + source + "' is no file, and no camera has such a name; see `ferlive cameras`");
    }
    return camera.map(Camera::number).map(String::valueOf).orElse(source);
  }
}
