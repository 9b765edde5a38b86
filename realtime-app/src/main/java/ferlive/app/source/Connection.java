package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.frame.Frame;
import ferlive.app.thread.ThreadEnd;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One opening of a source, read on a thread of its own, since a native call can block for ever and
 * cannot be interrupted (opencv#4468).
 *
 * <p>A frame is read only when the last one was taken. <b>Threading</b>: used by one thread beside
 * its own. <b>Ownership</b>: its thread owns the source and closes it when the reading ends or was
 * given up; while a native call hangs, nothing is freed under it.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final SynchronousQueue<Frame> handOver = new SynchronousQueue<>();
  private final Thread thread;
  private volatile boolean abandoned;
  private volatile String fault;

  private Connection(String name, Supplier<FrameSource> opening) {
    thread = new Thread(() -> read(opening), "source " + name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Begins to open a source and to read it.
   *
   * @param opening may block; called on the connection's own thread
   */
  static Connection to(String name, Supplier<FrameSource> opening) {
    return new Connection(name, opening);
  }

  /** The next frame, which the caller closes; empty when none comes in time. */
  Optional<Frame> poll(Duration patience) throws InterruptedException {
    return fault == null
        ? Optional.ofNullable(handOver.poll(patience.toNanos(), TimeUnit.NANOSECONDS))
        : Optional.empty();
  }

  /** Why no frame comes any more; empty while one may come. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Gives it up: the source is closed as soon as its native call returns. */
  void abandon() {
    abandoned = true;
    thread.interrupt();
  }

  /** Whether nothing of it is left. */
  boolean isOver() {
    return !thread.isAlive();
  }

  /** Waits until nothing of it is left; false when that takes longer. */
  boolean ends(Duration patience) {
    return ThreadEnd.comes(thread, patience);
  }

  private void read(Supplier<FrameSource> opening) {
    try (FrameSource source = opening.get()) {
      Optional<Frame> next = Optional.empty();
      do {
        next = abandoned ? Optional.empty() : source.next();
      } while (next.isPresent() && isTaken(next.get()));
      fault = "it ended";
    } catch (AppException e) {
      LOG.debug("the connection ended", e);
      fault = e.getMessage();
    } catch (RuntimeException | Error e) {
      LOG.debug("the connection broke", e);
      fault = e.toString();
    }
  }

  private boolean isTaken(Frame frame) {
    try {
      handOver.put(frame);
      return true;
    } catch (InterruptedException e) {
      frame.close();
      return false;
    }
  }
}
