package ferlive.app.cli;

import ferlive.app.classify.Device;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.DetectorChoice;
import ferlive.app.pipeline.DetectorName;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that analyses faces, as a picocli mixin. */
public final class CommonOptions {
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--model",
      paramLabel = "NAME|FILE",
      description =
          "A shipped model, or an .onnx file that keeps the model contract (default: "
              + "${DEFAULT-VALUE}).",
      defaultValue = AnalyzerConfig.DEFAULT_MODEL)
  private String model;

  @Option(
      names = "--strict",
      description = "Refuse models and detector files that are not the known ones.")
  private boolean strict;

  @Option(
      names = "--detector",
      paramLabel = "auto|blazeface|haar|yunet",
      description =
          "Face detector (default: auto, the best that is there: yunet with --detector-model,"
              + " else blazeface).",
      defaultValue = "AUTO")
  private DetectorName detector;

  @Option(
      names = "--detector-model",
      paramLabel = "FILE",
      description = "YuNet's file, face_detection_yunet_2023mar.onnx of OpenCV's model zoo.")
  private String detectorModel;

  @Option(
      names = "--detect-every",
      paramLabel = "N",
      description =
          "Search the whole of every Nth frame for new faces (default: by motion and load).",
      defaultValue = "0")
  private int detectEvery;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      description =
          "What the network runs on (default: auto, CUDA where it works, in a build with CUDA).")
  private Device device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads for network and detection (default: by the machine).",
      defaultValue = "0")
  private int threads;

  @Option(
      names = "--raw",
      description = "Show the bare network's answer, without smoothing over time.")
  private boolean raw;

  @Mixin private TalkOptions talk = new TalkOptions();

  /**
   * What the analysis is to be done with.
   *
   * @param noDetect whether each frame is one face
   * @throws AppException USAGE for a value out of its range
   */
  public AnalyzerConfig analyzer(boolean noDetect) {
    if (threads < 0 || threads > MOST_THREADS) {
      throw new AppException(
          ExitCode.USAGE,
          "--threads is %d, expected 1 to %d, or 0 for the machine's own"
              .formatted(threads, MOST_THREADS));
    }
    if (model.isBlank()) {
      throw new AppException(ExitCode.USAGE, "--model is empty, expected a name or a file");
    }
    return new AnalyzerConfig(
        model,
        strict,
        detector(),
        device == null ? Device.preferred() : device,
        threads,
        raw,
        noDetect);
  }

  private DetectorChoice detector() {
    if (detectEvery < 0) {
      throw new AppException(
          ExitCode.USAGE, "--detect-every is " + detectEvery + ", expected 1 or more");
    }
    return new DetectorChoice(detector, Optional.ofNullable(detectorModel), detectEvery);
  }

  public boolean quiet() {
    return talk.quiet();
  }

  public boolean verbose() {
    return talk.verbose();
  }
}
