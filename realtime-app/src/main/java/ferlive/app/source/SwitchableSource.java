package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.frame.Frame;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that can give way to another one while it is read. What comes is one stream all the
 * same: frames go on counting, and their times go on. After its last frame it ends, or, where its
 * last picture is still looked at, waits for another one.
 *
 * <p><b>Threading</b>: as {@link FrameSource}; {@link #use} and {@link #info} by any thread; an
 * interrupt ends the wait and the stream. <b>Ownership</b>: owns the source and those that take its
 * place.
 */
public final class SwitchableSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(SwitchableSource.class);

  /** Seconds from the last frame of a source to the first of the next. */
  private static final double GAP = 1.0 / 30;

  private final Consumer<Frame> watcher;
  private final boolean waitsAtEnd;
  private FrameSource current;
  private FrameSource newest;
  private Consumer<SourceState> listener = state -> {};
  private boolean closed;
  private boolean begins = true;
  private long sequence;
  private double shift;
  private double lastTime;

  /**
   * Takes an open source over.
   *
   * @param watcher sees each frame as it is captured, on the reading thread; borrows it
   * @param waitsAtEnd whether it waits for another source after the last frame
   */
  public SwitchableSource(FrameSource first, Consumer<Frame> watcher, boolean waitsAtEnd) {
    this.current = first;
    this.newest = first;
    this.watcher = watcher;
    this.waitsAtEnd = waitsAtEnd;
  }

  /**
   * Takes an open source over, from which the next frame will be read. The one before is not waited
   * for: a lost camera may be why another one is wanted.
   */
  public void use(FrameSource source) {
    close(bring(source));
  }

  /** Gives back what nobody will read any more. */
  private synchronized Optional<FrameSource> bring(FrameSource source) {
    if (closed) {
      return Optional.of(source);
    }
    Optional<FrameSource> unread = newest == current ? Optional.empty() : Optional.of(newest);
    newest = source;
    notifyAll();
    current.abandon();
    source.listen(listener);
    return unread;
  }

  /** Never under the lock: a device may take its time, and others ask for the name meanwhile. */
  private static void close(Optional<FrameSource> source) {
    source.ifPresent(FrameSource::close);
  }

  /** Hears of the newest source. */
  @Override
  public synchronized void listen(Consumer<SourceState> listener) {
    this.listener = listener;
    newest.listen(listener);
  }

  /** Of the newest source. */
  @Override
  public synchronized SourceInfo info() {
    return newest.info();
  }

  @Override
  public Optional<Frame> next() {
    goOver();
    Optional<Frame> frame = current.next();
    // The end of one that another one was to follow is not the end.
    while (frame.isEmpty() && goOverAtEnd()) {
      frame = current.next();
    }
    frame.ifPresent(this::place);
    return frame;
  }

  private boolean goOverAtEnd() {
    if (waitsAtEnd) {
      awaitAnother();
    }
    return goOver();
  }

  private synchronized void awaitAnother() {
    try {
      while (newest == current && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean goOver() {
    Optional<FrameSource> left = leave();
    if (left.isEmpty()) {
      return false;
    }
    try {
      close(left);
    } catch (AppException e) {
      // It hangs, and nobody waits for it any more.
      LOG.warn("a source that another one replaces was not closed", e);
    }
    listener().accept(new SourceState.Replaced(current.info()));
    return true;
  }

  private synchronized Consumer<SourceState> listener() {
    return listener;
  }

  private synchronized Optional<FrameSource> leave() {
    if (newest == current) {
      return Optional.empty();
    }
    FrameSource left = current;
    current = newest;
    begins = true;
    return Optional.of(left);
  }

  private void place(Frame frame) {
    if (begins) {
      begins = false;
      shift = sequence == 0 ? 0 : lastTime + GAP - frame.time();
    }
    lastTime = Math.max(lastTime, frame.time() + shift);
    frame.placed(sequence++, lastTime);
    watcher.accept(frame);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    Optional<FrameSource> left = leave();
    try {
      close(left);
    } finally {
      current.close();
    }
  }
}
