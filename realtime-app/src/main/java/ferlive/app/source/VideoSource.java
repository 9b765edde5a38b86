package ferlive.app.source;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.Buffer;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A video file or network stream through FFmpeg, turned as its rotation mark says.
 *
 * <p>A file always ends; a URL that does not say how long it is, is live, and its end is a loss.
 * <b>Errors</b>: INPUT for a file and SOURCE for a URL, when it does not open or holds no video
 * and, after its last frame, when it was cut short. <b>Threading</b>: confined to one thread.
 * <b>Ownership</b>: owns the decoder until {@link #close()}.
 */
final class VideoSource implements FrameSource {
  private final FramePool pool = new FramePool();
  private final FFmpegFrameGrabber grabber;
  private final SourceInfo info;
  private final StreamClock clock;
  private final PromisedLength promised;
  private final int quarterTurns;
  private final ExitCode faultCode;

  /** The grabber's own pixels, seen as a Mat; made again when they move. */
  private Mat view;

  private Buffer viewed;
  private long sequence;
  private boolean ended;
  private boolean closed;

  private VideoSource(
      String name, FFmpegFrameGrabber started, SourceKind lengthless, ExitCode code) {
    this.grabber = started;
    this.faultCode = code;
    this.promised = PromisedLength.of(started);
    this.quarterTurns = Math.floorMod(Math.round(started.getDisplayRotation() / 90), 4);
    double rate = started.getVideoFrameRate();
    double fps = Double.isFinite(rate) && rate > 0 ? rate : 0;
    this.clock = new StreamClock(fps);
    boolean upright = quarterTurns % 2 == 0;
    int width = started.getImageWidth();
    int height = started.getImageHeight();
    this.info =
        new SourceInfo(
            name,
            promised.seconds() > 0 ? SourceKind.VIDEO : lengthless,
            upright ? width : height,
            upright ? height : width,
            fps,
            promised.frames() > 0 ? promised.frames() : -1);
    this.view = new Mat();
  }

  static FrameSource openFile(String name, Path file) {
    return take(name, MediaGrabbers.openFile(name, file), SourceKind.VIDEO, ExitCode.INPUT);
  }

  static FrameSource openUrl(StreamUrl url) {
    String name = url.masked();
    // The first use ever unpacks libraries, which is no fault of the server.
    MediaGrabbers.load();
    return OpenDeadline.open(
        name,
        OpenDeadline.LIMIT,
        () -> take(name, MediaGrabbers.openUrl(url), SourceKind.LIVE, ExitCode.SOURCE));
  }

  /**
   * Takes a started decoder over, and frees it where that fails.
   *
   * @param lengthless what it is when its header promises no length
   * @param code of its faults
   */
  private static VideoSource take(
      String name, FFmpegFrameGrabber started, SourceKind lengthless, ExitCode code) {
    try {
      return new VideoSource(name, started, lengthless, code);
    } catch (RuntimeException e) {
      MediaGrabbers.close(started);
      throw e;
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Optional<Frame> next() {
    if (ended) {
      return Optional.empty();
    }
    org.bytedeco.javacv.Frame grabbed = grab();
    if (grabbed == null) {
      ended = true;
      checkEnd();
      return Optional.empty();
    }
    // First, since it may be refused, and a frame that is taken must come back.
    Mat picture = view(grabbed);
    Frame frame = pool.take(sequence++, clock.next(grabbed.timestamp), System.nanoTime());
    copyTurned(picture, frame.image());
    return Optional.of(frame);
  }

  private org.bytedeco.javacv.Frame grab() {
    try {
      return grabber.grabImage();
    } catch (FFmpegFrameGrabber.Exception e) {
      throw fault("cannot be decoded", e);
    }
  }

  private void checkEnd() {
    if (info.kind() == SourceKind.LIVE) {
      throw fault("the stream ended or was lost after " + sequence + " frames", null);
    }
    if (sequence == 0) {
      throw fault("holds no frame that can be decoded", null);
    }
    if (promised.isMissed(clock.end(), sequence)) {
      String message =
          "cut short: %.1f s of the %.1f s that its header promises"
              .formatted(clock.end(), promised.seconds());
      throw fault(message, null);
    }
  }

  private Mat view(org.bytedeco.javacv.Frame grabbed) {
    Buffer pixels = grabbed.image[0];
    if (pixels == null) {
      // FFmpeg may not take so much memory in one piece.
      throw fault(
          "a picture of %d×%d is too large".formatted(grabbed.imageWidth, grabbed.imageHeight),
          null);
    }
    boolean same =
        pixels == viewed && view.cols() == grabbed.imageWidth && view.rows() == grabbed.imageHeight;
    if (!same) {
      view.close();
      viewed = pixels;
      // The view keeps no pixels of its own, and the pointer only tells where they are.
      try (Pointer address = new Pointer(pixels)) {
        view =
            new Mat(grabbed.imageHeight, grabbed.imageWidth, CV_8UC3, address, grabbed.imageStride);
      }
    }
    return view;
  }

  private void copyTurned(Mat from, Mat to) {
    switch (quarterTurns) {
      case 1 -> rotate(from, to, ROTATE_90_COUNTERCLOCKWISE);
      case 2 -> rotate(from, to, ROTATE_180);
      case 3 -> rotate(from, to, ROTATE_90_CLOCKWISE);
      default -> from.copyTo(to);
    }
  }

  private AppException fault(String what, Throwable cause) {
    return new AppException(faultCode, info.name() + ": " + what, cause);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      view.close();
      MediaGrabbers.close(grabber);
      pool.close();
    }
  }
}
