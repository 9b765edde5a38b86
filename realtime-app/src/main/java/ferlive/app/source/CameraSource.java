package ferlive.app.source;

import static org.bytedeco.opencv.global.opencv_videoio.CAP_ANY;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_BUFFERSIZE;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_V4L2;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * A camera through OpenCV.
 *
 * <p>JavaCV's own grabber tries for 10 s before it gives up, hence this thin one. <b>Threading</b>:
 * confined to one thread. <b>Ownership</b>: owns the device until {@link #close()}.
 */
final class CameraSource implements FrameSource {
  private final FramePool pool = new FramePool();
  private final VideoCapture capture;
  private final SourceInfo info;
  private long sequence;
  private long firstNanos;
  private boolean grabbed = true;
  private boolean closed;

  private CameraSource(String name, VideoCapture capture) {
    this.capture = capture;
    // One buffered picture: a queue of old ones would show the past.
    capture.set(CAP_PROP_BUFFERSIZE, 1);
    this.info =
        new SourceInfo(
            name,
            SourceKind.LIVE,
            (int) capture.get(CAP_PROP_FRAME_WIDTH),
            (int) capture.get(CAP_PROP_FRAME_HEIGHT),
            Math.max(0, capture.get(CAP_PROP_FPS)),
            -1);
  }

  /**
   * @param spec number of the camera, or path of its device
   */
  static FrameSource open(String spec) {
    return OpenDeadline.open("camera " + spec, OpenDeadline.LIMIT, () -> openNow(spec));
  }

  private static CameraSource openNow(String spec) {
    boolean linux = Loader.getPlatform().startsWith("linux");
    boolean numbered = Character.isDigit(spec.charAt(0));
    // Asked first, because OpenCV writes its own warnings to the terminal when it is not there.
    if (linux && !Files.exists(Path.of(numbered ? "/dev/video" + Integer.parseInt(spec) : spec))) {
      throw unavailable(spec, "there is no such camera");
    }
    int api = linux ? CAP_V4L2 : CAP_ANY;
    VideoCapture capture = new VideoCapture();
    boolean opened = numbered ? capture.open(Integer.parseInt(spec), api) : capture.open(spec, api);
    // A camera counts as open when its first picture has come: some open and then stay silent.
    if (!opened || !capture.grab()) {
      capture.close();
      throw unavailable(spec, "it cannot be opened");
    }
    return new CameraSource(spec, capture);
  }

  private static AppException unavailable(String spec, String why) {
    return new AppException(
        ExitCode.SOURCE, "camera " + spec + ": " + why + "; `--source demo` needs no camera");
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Optional<Frame> next() {
    if (!grabbed && !capture.grab()) {
      throw lost();
    }
    grabbed = false;
    long now = System.nanoTime();
    if (sequence == 0) {
      firstNanos = now;
    }
    Frame frame = pool.take(sequence++, (now - firstNanos) / 1e9, now);
    if (!capture.retrieve(frame.image()) || frame.image().empty()) {
      frame.close();
      throw lost();
    }
    return Optional.of(frame);
  }

  private AppException lost() {
    return new AppException(ExitCode.SOURCE, "camera " + info.name() + " gives no more pictures");
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      capture.close();
      pool.close();
    }
  }
}
