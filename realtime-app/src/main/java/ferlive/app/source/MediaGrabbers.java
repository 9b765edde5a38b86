package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/** Starts FFmpeg on files and URLs, with the limits that each needs. */
final class MediaGrabbers {
  /** 8K, in one piece of memory with three bytes a pixel. */
  private static final long MAX_PIXELS = 7680 * 4320;

  /**
   * Largest piece of memory that FFmpeg may take, in bytes: a picture of {@link #MAX_PIXELS}.
   * FFmpeg collects a picture as long as its header claims, in steps of 50,000,000 bytes; two of
   * them are over this.
   */
  private static final long MAX_ALLOCATION = 3 * MAX_PIXELS + (1 << 18);

  static {
    avutil.av_max_alloc(MAX_ALLOCATION);
  }

  /**
   * Microseconds that a connection may stay silent. Longer than {@link Supervision} waits for a
   * picture, which can say what is wrong; this ends the native call that it has given up.
   */
  private static final String TIMEOUT_MICROS = "6000000";

  private MediaGrabbers() {}

  /** Loads FFmpeg, where that has not been done. */
  static void load() {
    try {
      FFmpegFrameGrabber.tryLoad();
    } catch (FFmpegFrameGrabber.Exception e) {
      throw new IllegalStateException("FFmpeg cannot be loaded", e);
    }
  }

  static FFmpegFrameGrabber openFile(String name, Path file) {
    // The protocol keeps a name with a colon in it from being taken for a URL, and the whitelist
    // keeps a play list from naming other protocols.
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber("file:" + file.toAbsolutePath());
    grabber.setOption("protocol_whitelist", "file");
    return start(
        grabber, new AppException(ExitCode.INPUT, name + ": not a video that can be read"));
  }

  static FFmpegFrameGrabber openUrl(StreamUrl url) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(url.address());
    grabber.setOption("protocol_whitelist", "http,https,tcp,tls,rtp,udp,rtsp");
    // Without these a silent server blocks for ever; each protocol heeds another one of them.
    grabber.setOption("timeout", TIMEOUT_MICROS);
    grabber.setOption("rw_timeout", TIMEOUT_MICROS);
    if (url.isRtsp()) {
      grabber.setOption("rtsp_transport", "tcp");
    }
    return start(grabber, new AppException(ExitCode.SOURCE, url.masked() + ": cannot be opened"));
  }

  /** Starts, or frees what has started and throws {@code refusal}. */
  private static FFmpegFrameGrabber start(FFmpegFrameGrabber grabber, AppException refusal) {
    // The size may also change later on.
    grabber.setVideoOption("max_pixels", Long.toString(MAX_PIXELS));
    try {
      // Not start(), which all grabbers of the process wait for each other in: one that hangs would
      // keep the others from opening and closing. FFmpeg itself has no need of that.
      grabber.startUnsafe();
    } catch (FFmpegFrameGrabber.Exception e) {
      // The cause's message would show the URL's credentials.
      close(grabber);
      throw refusal;
    }
    long pixels = (long) grabber.getImageWidth() * grabber.getImageHeight();
    if (!grabber.hasVideo() || pixels == 0 || pixels > MAX_PIXELS) {
      close(grabber);
      throw refusal;
    }
    return grabber;
  }

  static void close(FFmpegFrameGrabber grabber) {
    try {
      grabber.releaseUnsafe();
    } catch (FrameGrabber.Exception e) {
      throw new IllegalStateException("FFmpeg did not close", e);
    }
  }
}
