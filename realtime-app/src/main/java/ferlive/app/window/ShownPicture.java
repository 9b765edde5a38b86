package ferlive.app.window;

import ferlive.app.frame.Frame;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.view.SharedView;
import ferlive.app.view.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The picture to show and its faces.
 *
 * <p>As long as the analysis keeps up, each picture comes with its own result. When it does not,
 * pictures are shown as they are captured, with the faces of the last result, and a result is no
 * reason to go back to an older picture. Faces that are too old to be shown as live are left out.
 * With faces blurred only analysed pictures are shown, each with its own faces, since in others
 * nobody knows where they are: where one of those stands when the blurring begins, there is none
 * until the next result.
 *
 * <p><b>Threading</b>: thread-safe, but for what the event thread has taken. <b>Ownership</b>: owns
 * two pictures, one that waits and one that is shown, and an empty one.
 */
final class ShownPicture implements AutoCloseable {
  /** How long the screen waits for a result before it shows pictures without. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long FACES_LIVE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final SharedView view;
  private final LongSupplier nanoTime;
  private Mat waiting = new Mat();
  private Mat shown = new Mat();
  private final Mat nothing = new Mat();

  /** Each picture's own faces; empty where nobody has looked for them. */
  private Optional<List<FaceResult>> waitingFaces = Optional.empty();

  private Optional<List<FaceResult>> shownFaces = Optional.empty();
  private boolean waits;
  private boolean closed;
  private List<FaceResult> faces = List.of();
  private int facesWidth;
  private long facesAt;
  private long pictureAt = Long.MIN_VALUE;
  private long lastResult = Long.MIN_VALUE;

  ShownPicture(SharedView view, LongSupplier nanoTime) {
    this.view = view;
    this.nanoTime = nanoTime;
  }

  /** Takes a picture with its result; false when there is nothing new to show. */
  synchronized boolean analysed(Frame frame, FrameResult result) {
    View now = view.get();
    if (closed || now.paused()) {
      return false;
    }
    lastResult = nanoTime.getAsLong();
    faces = result.faces();
    facesWidth = result.width();
    facesAt = frame.capturedAtNanos();
    if (facesAt >= pictureAt || now.blurred()) {
      wait(frame, Optional.of(faces));
    }
    return true;
  }

  /** Takes a picture that nobody has analysed yet; false when it is not to be shown. */
  synchronized boolean captured(Frame frame) {
    View now = view.get();
    boolean keptUp =
        lastResult != Long.MIN_VALUE && nanoTime.getAsLong() - lastResult < PATIENCE_NANOS;
    if (closed || now.paused() || now.blurred() || keptUp) {
      return false;
    }
    wait(frame, Optional.empty());
    return true;
  }

  private void wait(Frame frame, Optional<List<FaceResult>> own) {
    frame.image().copyTo(waiting);
    waitingFaces = own;
    pictureAt = frame.capturedAtNanos();
    waits = true;
  }

  /** Makes the newest picture the shown one; false when it is that already. */
  synchronized boolean take() {
    if (!waits || closed) {
      return false;
    }
    Mat next = waiting;
    waiting = shown;
    shown = next;
    shownFaces = waitingFaces;
    waits = false;
    return true;
  }

  /**
   * The picture to show, 8-bit BGR; empty before the first. Borrowed, until the next call.
   *
   * @param now what it is shown in
   */
  Mat picture(View now) {
    return now.blurred() && shownFaces.isEmpty() ? nothing : shown;
  }

  /** The faces to show on it. */
  synchronized List<FaceResult> faces(View now) {
    if (now.blurred()) {
      return shownFaces.orElse(List.of());
    }
    boolean live = pictureAt - facesAt <= FACES_LIVE_NANOS && facesWidth == shown.cols();
    return live ? faces : List.of();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      waiting.close();
      shown.close();
      nothing.close();
    }
  }
}
