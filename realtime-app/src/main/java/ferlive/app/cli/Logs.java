package ferlive.app.cli;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_WARNING;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.javacv.FFmpegLogCallback;

/** What the program and its native libraries say of themselves, on standard error. */
final class Logs {
  private Logs() {}

  /** Sets the level. Must come before any class that logs is loaded. */
  static void configure(boolean verbose, boolean quiet) {
    String level = verbose ? "debug" : quiet ? "error" : "warn";
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
    System.setProperty("org.slf4j.simpleLogger.showShortLogName", "true");
    System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
  }

  /** Keeps FFmpeg, which writes to the terminal by itself, silent or makes it use our log. */
  static void configureNatives(boolean verbose) {
    if (verbose) {
      av_log_set_level(AV_LOG_WARNING);
      FFmpegLogCallback.set();
    } else {
      av_log_set_level(AV_LOG_QUIET);
    }
  }
}
