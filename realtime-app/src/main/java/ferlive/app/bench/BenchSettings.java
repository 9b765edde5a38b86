package ferlive.app.bench;

import ferlive.app.pipeline.AnalyzerInfo;

/**
 * What a figure was measured with.
 *
 * @param source as the user gave it
 * @param size of the analysed frames in pixels, as {@code 640x480}
 * @param cameraFps frames per second of the camera that was played; 0 when there was none
 * @param warmUpFrames that were left out of the figures
 * @param analyzer model, detector, device and threads
 */
record BenchSettings(
    String source, String size, double cameraFps, long warmUpFrames, AnalyzerInfo analyzer) {}
