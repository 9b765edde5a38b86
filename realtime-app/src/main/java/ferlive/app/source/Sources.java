package ferlive.app.source;

import ferlive.app.camera.CameraRequest;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** Opens what a user names as a source. */
public final class Sources {
  private static final Pattern CAMERA = Pattern.compile("\\d{1,3}|/dev/.+");

  private Sources() {}

  /** Opens a source as {@link #open(String, Consumer)} does, without telling what is left out. */
  public static FrameSource open(String spec) {
    return open(spec, notice -> {});
  }

  /** Opens a source as the next one does, asking nothing of a camera. */
  public static FrameSource open(String spec, Consumer<String> notices) {
    return open(spec, CameraRequest.ANY, notices);
  }

  /**
   * Opens a camera ({@code 0}, {@code /dev/video0}), the demo ({@code demo}), a URL (http, https,
   * rtsp), a video file, a picture or a folder of pictures. The caller closes it.
   *
   * @param request what is asked of a camera
   * @param notices told, in one sentence each, which picture of a folder is left out, and what a
   *     camera does not do as it was asked
   * @throws AppException INPUT for a file that is missing, damaged or no picture or video; SOURCE
   *     for a camera or URL that does not open within 4 s; USAGE for a URL of another kind
   */
  public static FrameSource open(String spec, CameraRequest request, Consumer<String> notices) {
    if (CAMERA.matcher(spec).matches()) {
      return CameraSource.open(spec, request, notices);
    }
    if (spec.equals(DemoSource.NAME)) {
      return new DemoSource();
    }
    if (StreamUrl.isUrl(spec)) {
      return VideoSource.openUrl(new StreamUrl(spec));
    }
    if (file(spec).filter(Files::isDirectory).isPresent()) {
      return new FolderSource(spec, notices);
    }
    Path file = readableFile(spec);
    return PictureFile.accepts(file)
        ? new PictureSource(spec, file)
        : VideoSource.openFile(spec, file);
  }

  /**
   * Opens the first camera that gives a picture. The caller closes it.
   *
   * @throws AppException SOURCE when there is none
   */
  public static FrameSource openFirstCamera(CameraRequest request, Consumer<String> notices) {
    return Loader.getPlatform().startsWith("linux")
        ? CameraSearch.first(Path.of("/dev"), number -> CameraSource.open(number, request, notices))
        : CameraSource.open("0", request, notices);
  }

  /**
   * Opens the next camera that gives a picture. The caller closes it.
   *
   * @param current name of the open source, which is left out if it is a camera
   * @param notices told in a sentence what the camera does not give of what was asked for
   * @throws AppException SOURCE when there is no other, or it cannot be known
   */
  public static FrameSource openCameraAfter(
      String current, CameraRequest request, Consumer<String> notices) {
    if (!Loader.getPlatform().startsWith("linux")) {
      throw new AppException(
          ExitCode.SOURCE, "cameras can be gone through on Linux only; start with --source N");
    }
    return CameraSearch.after(
        current, Path.of("/dev"), number -> CameraSource.open(number, request, notices));
  }

  /**
   * Refuses what can never be opened, without opening anything.
   *
   * @throws AppException USAGE for a URL of a kind that is not known
   */
  public static void check(String spec) {
    if (StreamUrl.isUrl(spec)) {
      StreamUrl.checkKind(spec);
    }
  }

  /** Whether a source would have to be a file, and there is none. */
  public static boolean isMissingFile(String spec) {
    return !CAMERA.matcher(spec).matches()
        && !spec.equals(DemoSource.NAME)
        && !StreamUrl.isUrl(spec)
        && file(spec).filter(Files::exists).isEmpty();
  }

  /**
   * The rules by which a live source is watched.
   *
   * @param maxRetries attempts in a row that may fail
   */
  public static Supervision supervision(String spec, int maxRetries) {
    return StreamUrl.isUrl(spec)
        ? Supervision.ofStream(maxRetries)
        : Supervision.ofCamera(maxRetries);
  }

  /** The name under which a source may be shown: as the user gave it, credentials hidden. */
  public static String displayName(String spec) {
    return StreamUrl.isUrl(spec) ? new StreamUrl(spec).masked() : spec;
  }

  /** The file or folder that a source names; empty for a camera, the demo or a URL. */
  static Optional<Path> file(String spec) {
    if (CAMERA.matcher(spec).matches() || spec.equals(DemoSource.NAME) || StreamUrl.isUrl(spec)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(spec));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static AppException noSuchFile(String spec) {
    return new AppException(ExitCode.INPUT, spec + ": no such file");
  }

  private static Path readableFile(String spec) {
    Path file = file(spec).filter(Files::exists).orElseThrow(() -> noSuchFile(spec));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new AppException(ExitCode.INPUT, spec + ": cannot be read");
    }
    return file;
  }
}
