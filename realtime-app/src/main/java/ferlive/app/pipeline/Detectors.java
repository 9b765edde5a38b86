package ferlive.app.pipeline;

import ferlive.app.asset.HomeFolder;
import ferlive.app.detect.BlazeFaceDetector;
import ferlive.app.detect.HaarFaceDetector;
import ferlive.app.detect.OpenDetector;
import ferlive.app.detect.YuNetFaceDetector;
import ferlive.app.detect.YuNetFile;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens the detector that was asked for. Without state. */
public final class Detectors {
  private Detectors() {}

  /**
   * Opens a detector.
   *
   * @param strict whether a file that is not the known one is refused
   * @return a detector that the caller closes
   * @throws AppException with MODEL when its files are missing or refused; with USAGE when a model
   *     is named for a detector that takes none, or none for one that needs it
   */
  public static OpenDetector open(DetectorChoice choice, HomeFolder home, boolean strict) {
    DetectorName name = choice.name() == DetectorName.AUTO ? best(choice, home) : choice.name();
    if (choice.model().isPresent() && name != DetectorName.YUNET) {
      throw new AppException(
          ExitCode.USAGE, "--detector-model is YuNet's file, but --detector asks for another one");
    }
    return switch (name) {
      case YUNET -> yuNet(choice, strict);
      case BLAZEFACE -> new OpenDetector(BlazeFaceDetector.open(home.detectors()));
      case HAAR, AUTO -> new OpenDetector(HaarFaceDetector.open(home.cascades()));
    };
  }

  /** A file that is there and damaged is refused, not passed over. */
  private static DetectorName best(DetectorChoice choice, HomeFolder home) {
    if (choice.model().isPresent()) {
      return DetectorName.YUNET;
    }
    return Files.isDirectory(home.detectors()) ? DetectorName.BLAZEFACE : DetectorName.HAAR;
  }

  private static OpenDetector yuNet(DetectorChoice choice, boolean strict) {
    YuNetFile file = YuNetFile.read(yuNetFile(choice), strict);
    return new OpenDetector(YuNetFaceDetector.open(file), file.notice());
  }

  private static Path yuNetFile(DetectorChoice choice) {
    String file =
        choice
            .model()
            .orElseThrow(
                () ->
                    new AppException(
                        ExitCode.USAGE, "--detector yunet needs its file: --detector-model FILE"));
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new AppException(ExitCode.MODEL, "'" + file + "' cannot name a detector file", e);
    }
  }
}
