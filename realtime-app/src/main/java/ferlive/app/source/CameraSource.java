package ferlive.app.source;

import static org.bytedeco.opencv.global.opencv_videoio.CAP_ANY;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_BUFFERSIZE;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FOURCC;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_V4L2;

import ferlive.app.camera.CameraFault;
import ferlive.app.camera.CameraRequest;
import ferlive.app.camera.CameraRequest.PictureSize;
import ferlive.app.camera.Cameras;
import ferlive.app.camera.PixelFormat;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;

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
   * @param notices told where it does not do as it was asked
   */
  static FrameSource open(String spec, CameraRequest request, Consumer<String> notices) {
    return OpenDeadline.open(
        "camera " + spec, OpenDeadline.LIMIT, () -> openNow(spec, request, notices));
  }

  private static CameraSource openNow(
      String spec, CameraRequest request, Consumer<String> notices) {
    boolean linux = Loader.getPlatform().startsWith("linux");
    boolean numbered = Character.isDigit(spec.charAt(0));
    // Asked first, because OpenCV writes its own warnings to the terminal when it is not there.
    if (linux && !Files.exists(Path.of(numbered ? "/dev/video" + Integer.parseInt(spec) : spec))) {
      throw unavailable(spec, CameraFault.GONE);
    }
    int api = linux ? CAP_V4L2 : CAP_ANY;
    VideoCapture capture = new VideoCapture();
    boolean opened = numbered ? capture.open(Integer.parseInt(spec), api) : capture.open(spec, api);
    if (opened) {
      ask(capture, request);
    }
    // A camera counts as open when its first picture has come: some open and then stay silent.
    if (!opened || !capture.grab()) {
      capture.close();
      throw unavailable(spec, Cameras.ofSystem().fault(spec).orElse(CameraFault.UNUSABLE));
    }
    CameraSource source = new CameraSource(spec, capture);
    source
        .difference(request)
        .ifPresent(difference -> notices.accept("camera " + spec + " " + difference));
    return source;
  }

  /** The format first: on it depends which sizes there are, and on the size which speeds. */
  private static void ask(VideoCapture capture, CameraRequest request) {
    request
        .format()
        .map(PixelFormat::code)
        .ifPresent(code -> capture.set(CAP_PROP_FOURCC, fourLetters(code)));
    request
        .size()
        .ifPresent(
            size -> {
              capture.set(CAP_PROP_FRAME_WIDTH, size.width());
              capture.set(CAP_PROP_FRAME_HEIGHT, size.height());
            });
    request.fps().ifPresent(fps -> capture.set(CAP_PROP_FPS, fps));
  }

  private static int fourLetters(String code) {
    return VideoWriter.fourcc(
        (byte) code.charAt(0), (byte) code.charAt(1), (byte) code.charAt(2), (byte) code.charAt(3));
  }

  private Optional<String> difference(CameraRequest request) {
    int format = (int) capture.get(CAP_PROP_FOURCC);
    byte[] letters = {
      (byte) format, (byte) (format >> 8), (byte) (format >> 16), (byte) (format >> 24)
    };
    return request.difference(
        new PictureSize(info.width(), info.height()),
        info.fps(),
        format > 0 ? new String(letters, StandardCharsets.US_ASCII) : "");
  }

  private static AppException unavailable(String spec, CameraFault fault) {
    return new AppException(
        ExitCode.SOURCE,
        "camera " + spec + ": " + fault.sentence() + "; `--source demo` needs no camera");
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
