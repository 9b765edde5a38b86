package ferlive.app.bench;

import ferlive.app.pipeline.AnalyzerInfo;

/**
 * What a figure was measured with.
 *
 * @param source as the user gave it
 * @param size of the analysed frames in pixels, as {@code 640x480}
 * @param warmUpFrames that were left out of the figures
 * @param model name of the model
 * @param architecture of its network
 * @param detector name of the face detector
 * @param device what the network ran on
 * @param threads that network and detection used
 */
record BenchSettings(
    String source,
    String size,
    long warmUpFrames,
    String model,
    String architecture,
    String detector,
    String device,
    int threads) {
  static BenchSettings of(String source, String size, long warmUpFrames, AnalyzerInfo info) {
    return new BenchSettings(
        source,
        size,
        warmUpFrames,
        info.model(),
        info.architecture(),
        info.detector(),
        info.device(),
        info.threads());
  }
}
