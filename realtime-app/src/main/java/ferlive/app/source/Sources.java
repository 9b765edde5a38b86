package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens what a user names as a source. */
public final class Sources {
  private static final Pattern CAMERA = Pattern.compile("\\d{1,3}|/dev/.+");

  private Sources() {}

  /**
   * Opens a camera ({@code 0}, {@code /dev/video0}), the demo ({@code demo}), a URL (http, https,
   * rtsp), a video file or a picture. The caller closes it.
   *
   * @throws AppException INPUT for a file that is missing, damaged or no picture or video; SOURCE
   *     for a camera or URL that does not open within 4 s; USAGE for a URL of another kind
   */
  public static FrameSource open(String spec) {
    if (CAMERA.matcher(spec).matches()) {
      return CameraSource.open(spec);
    }
    if (spec.equals(DemoSource.NAME)) {
      return new DemoSource();
    }
    if (StreamUrl.isUrl(spec)) {
      return VideoSource.openUrl(new StreamUrl(spec));
    }
    Path file = readableFile(spec);
    return PictureSource.accepts(file)
        ? new PictureSource(spec, file)
        : VideoSource.openFile(spec, file);
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
    if (Files.isDirectory(file)) {
      throw new AppException(ExitCode.INPUT, spec + ": is a folder, expected a file");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new AppException(ExitCode.INPUT, spec + ": cannot be read");
    }
    return file;
  }
}
