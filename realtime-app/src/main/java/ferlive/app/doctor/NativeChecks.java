package ferlive.app.doctor;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import ferlive.app.onnx.OnnxEnvironment;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.global.opencv_videoio;

/** Loads the native libraries and asks them for their version. */
final class NativeChecks {
  private NativeChecks() {}

  static Finding openCv() {
    Loader.load(opencv_videoio.class);
    Loader.load(opencv_objdetect.class);
    return Finding.ok("OpenCV", opencv_core.CV_VERSION);
  }

  static Finding ffmpeg() {
    Loader.load(avcodec.class);
    Loader.load(avformat.class);
    return Finding.ok("FFmpeg", avutil.av_version_info().getString());
  }

  static Finding onnxRuntime() {
    String providers =
        OrtEnvironment.getAvailableProviders().stream()
            .map(OrtProvider::getName)
            .collect(Collectors.joining(", "));
    return Finding.ok(
        "ONNX Runtime", OnnxEnvironment.get().getVersion() + ", built with " + providers);
  }
}
