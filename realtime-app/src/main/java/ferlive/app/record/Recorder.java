package ferlive.app.record;

import ferlive.app.error.AppException;
import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.record.Recording.Shot;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import ferlive.app.view.SharedView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what is seen live, whenever it is told to.
 *
 * <p>Analysed pictures are recorded, in the view of the moment, at the source's own times.
 * <b>Threading</b>: {@link #accept} only copies the frame; {@link #start} and {@link #stop} by one
 * thread at a time, and they wait for the disk. <b>Errors</b>: those of a recording are told as
 * they come, and the first one is thrown by {@link #close}. <b>Ownership</b>: owns its frames.
 */
public final class Recorder implements ResultSink {
  private final List<String> labels;
  private final SharedView view;
  private final boolean clean;
  private final boolean restartable;
  private final Consumer<String> news;
  private final FramePool pool = new FramePool();
  private final List<AppException> faults = new ArrayList<>();
  private volatile Recording recording;
  private volatile double fps;
  private boolean closed;

  /**
   * @param labels of the model, in the order of its scores
   * @param clean whether nothing is drawn on the pictures; faces are blurred all the same
   * @param restartable whether another recording may begin after one that failed; if not, {@link
   *     #accept} throws the first fault
   * @param news told in a sentence what becomes of recordings; by any thread
   */
  public Recorder(
      List<String> labels,
      SharedView view,
      boolean clean,
      boolean restartable,
      Consumer<String> news) {
    this.labels = List.copyOf(labels);
    this.view = view;
    this.clean = clean;
    this.restartable = restartable;
    this.news = news;
  }

  /** Whether pictures are being recorded. */
  public boolean isRecording() {
    return recording != null;
  }

  /**
   * Begins a recording; nothing when there is one already.
   *
   * @throws AppException OUTPUT when the file cannot be written
   */
  public void start(Path file) {
    if (recording != null) {
      return;
    }
    // Made without the lock: a slow disk must not hold up accept.
    Recording begun = new Recording(file, labels, clean, () -> fps);
    if (!take(begun)) {
      begun.close();
      return;
    }
    news.accept("recording to " + file);
  }

  private synchronized boolean take(Recording begun) {
    if (recording != null || closed) {
      return false;
    }
    recording = begun;
    return true;
  }

  /** Ends the recording whole; nothing when there is none. */
  public void stop() {
    end(detach());
  }

  private synchronized Optional<Recording> detach() {
    Optional<Recording> ended = Optional.ofNullable(recording);
    recording = null;
    return ended;
  }

  /** Not under the lock: a disk that hangs must not hold up {@link #accept}. */
  private void end(Optional<Recording> ended) {
    if (ended.isEmpty()) {
      return;
    }
    Recording last = ended.get();
    last.close();
    last.fault().ifPresent(this::keep);
    String whole =
        last.pictures() == 0
            ? "no picture came, " + last.file() + " is not written"
            : "recorded " + last.file();
    String result = last.fault().map(AppException::getMessage).orElse(whole);
    news.accept(
        last.dropped() == 0 ? result : result + "; " + last.dropped() + " pictures were dropped");
  }

  private synchronized void keep(AppException fault) {
    faults.add(fault);
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started) {
      fps = started.info().fps();
    }
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    Optional<Recording> broken = Optional.empty();
    synchronized (this) {
      if (recording == null) {
        return;
      }
      if (recording.fault().isPresent()) {
        broken = detach();
      } else {
        Frame copy = pool.take(frame.sequence(), frame.time(), frame.capturedAtNanos());
        frame.image().copyTo(copy.image());
        recording.add(new Shot(copy, result.faces(), view.get()));
      }
    }
    end(broken);
    if (broken.isPresent() && !restartable) {
      throw broken.get().fault().orElseThrow();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    stop();
    pool.close();
    if (!faults.isEmpty()) {
      throw faults.get(0);
    }
  }
}
