package ferlive.app.pipeline;

import java.util.List;

/**
 * What an analyzer works with, for status lines.
 *
 * @param model name of the model: its file's name without {@code .onnx}
 * @param architecture the network's own name, from the model's metadata
 * @param modelSha256 of the model's file, in hexadecimal
 * @param detector name of the face detector
 * @param device what the network runs on: {@code cpu} or {@code cuda}
 * @param threads that the network and the detection use
 * @param notices sentences that the user should read once: an unlisted model, why there is no CUDA
 */
public record AnalyzerInfo(
    String model,
    String architecture,
    String modelSha256,
    String detector,
    String device,
    int threads,
    List<String> notices) {
  public AnalyzerInfo {
    notices = List.copyOf(notices);
  }

  /** The same with another model. */
  AnalyzerInfo withModel(String name, String network, String sha256) {
    return new AnalyzerInfo(name, network, sha256, detector, device, threads, notices);
  }

  /** The same with another detector. */
  AnalyzerInfo withDetector(String name) {
    return new AnalyzerInfo(model, architecture, modelSha256, name, device, threads, notices);
  }

  /** What a user is told at the start. */
  public String summary() {
    return model + " on " + device + ", faces by " + detector;
  }
}
