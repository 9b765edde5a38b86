package ferlive.app.pipeline;

import ferlive.app.classify.Device;

/**
 * What the analysis of frames is to be done with.
 *
 * @param model name of a shipped model, or path of an {@code .onnx} file
 * @param strict whether a model that the manifest does not list, or a detector file that is not the
 *     known one, is refused instead of warned about
 * @param detector finds the faces, unless each frame is one
 * @param device what the network runs on
 * @param threads for the network and for detection; 0 leaves the choice to the program
 * @param raw whether the bare network's answer is shown, without smoothing over time
 * @param noDetect whether each frame is taken as one face
 */
public record AnalyzerConfig(
    String model,
    boolean strict,
    DetectorChoice detector,
    Device device,
    int threads,
    boolean raw,
    boolean noDetect) {
  /** The model that is used unless the user names one. */
  public static final String DEFAULT_MODEL = "ferlive";

  public AnalyzerConfig {
    if (threads < 0) {
      throw new IllegalArgumentException("threads is " + threads + ", expected 0 or more");
    }
  }

  /** The same on one thread, for one of several that work side by side. */
  public AnalyzerConfig onOneThread() {
    return new AnalyzerConfig(model, strict, detector, device, 1, raw, noDetect);
  }
}
