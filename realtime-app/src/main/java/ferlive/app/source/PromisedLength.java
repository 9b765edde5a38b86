package ferlive.app.source;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * What the header of a video file says of its length, to tell a file that was cut short.
 *
 * @param seconds the smallest that the header says anywhere, 0 when it says nothing
 * @param frames 0 when the header does not say
 */
record PromisedLength(double seconds, long frames) {
  /** A header may round, and an encoder may drop the last frames: not every gap is a fault. */
  private static final double TOLERATED_PART = 0.05;

  private static final double TOLERATED_SECONDS = 0.25;

  @SuppressWarnings("try") // the scope works by being open
  static PromisedLength of(FFmpegFrameGrabber grabber) {
    try (PointerScope scope = new PointerScope()) {
      AVFormatContext container = grabber.getFormatContext();
      AVStream stream = container.streams(grabber.getVideoStream());
      double seconds = Double.POSITIVE_INFINITY;
      if (container.duration() != AV_NOPTS_VALUE) {
        seconds = (double) container.duration() / AV_TIME_BASE;
      }
      double unit = (double) stream.time_base().num() / stream.time_base().den();
      if (container.iformat().name().getString().equals("avi") && stream.nb_frames() > 0) {
        // Of a cut AVI file, FFmpeg shortens the times to what is there, but not the count.
        seconds = stream.nb_frames() * unit;
      } else if (stream.duration() != AV_NOPTS_VALUE) {
        seconds = Math.min(seconds, stream.duration() * unit);
      }
      boolean known = seconds > 0 && Double.isFinite(seconds);
      return new PromisedLength(known ? seconds : 0, Math.max(0, stream.nb_frames()));
    }
  }

  /**
   * Whether clearly less came than was promised. Both figures must fall short where both are known:
   * edit lists hide frames, and a last picture may stand for long.
   */
  boolean isMissed(double gotSeconds, long gotFrames) {
    boolean shortInTime =
        seconds - gotSeconds > Math.max(TOLERATED_SECONDS, seconds * TOLERATED_PART);
    boolean shortInFrames = frames == 0 || gotFrames < frames * (1 - TOLERATED_PART);
    return shortInTime && shortInFrames;
  }
}
