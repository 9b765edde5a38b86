package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes results on a thread of its own, so that a disk or reader that pauses holds up nothing but
 * the results: some wait, and those that find no room are dropped and counted.
 *
 * <p><b>Threading</b>: confined to one thread but for {@link #dropped()}, which any may ask.
 * <b>Errors</b>: those of the writer come with the next call; OUTPUT when the last results are not
 * taken within some seconds. <b>Ownership</b>: owns the writer; one that hangs is left open.
 */
public final class QueuedSink implements ResultSink {
  static final int CAPACITY = 256;

  /** Long enough for a hiccup, too short to be seen in the window. */
  private static final long PATIENCE_MILLIS = 40;

  /** An event is rarer and says more than a frame. */
  private static final long EVENT_PATIENCE_MILLIS = 500;

  private static final long CLOSE_MILLIS = 2_000;

  /** What the thread is to do; nothing for its end. */
  private final BlockingQueue<Optional<Consumer<ResultWriter>>> queue =
      new ArrayBlockingQueue<>(CAPACITY);

  private final AtomicLong dropped = new AtomicLong();
  private final String name;
  private final ResultWriter writer;
  private final Thread thread;
  private volatile RuntimeException fault;
  private boolean full;
  private boolean closed;

  /**
   * Takes the writer over.
   *
   * @param name of what it writes to, for the user
   */
  public QueuedSink(String name, ResultWriter writer) {
    this.name = name;
    this.writer = writer;
    this.thread = new Thread(this::write, "write " + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** What is written to, for the user. */
  public String name() {
    return name;
  }

  /** How many results were not written, as there was no room for them. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    // Who has just found no room does not wait for it again.
    full = !offered(to -> to.accept(source, result), full ? 0 : PATIENCE_MILLIS);
    if (full) {
      dropped.incrementAndGet();
    }
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (!offered(to -> to.event(source, event), EVENT_PATIENCE_MILLIS)) {
      dropped.incrementAndGet();
    }
  }

  private boolean offered(Consumer<ResultWriter> work, long patienceMillis) {
    if (fault != null) {
      throw fault;
    }
    try {
      return queue.offer(Optional.of(work), patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void write() {
    try (writer) {
      for (Optional<Consumer<ResultWriter>> work = queue.take();
          work.isPresent();
          work = queue.take()) {
        work.get().accept(writer);
      }
    } catch (RuntimeException | Error e) {
      fault = e instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!ends()) {
      dropped.addAndGet(queue.stream().filter(Optional::isPresent).count());
      throw new AppException(ExitCode.OUTPUT, name + ": hangs, its last results are not written");
    }
    if (fault != null) {
      throw fault;
    }
  }

  /** Lets the thread write what waits, and end. */
  private boolean ends() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
    try {
      while (thread.isAlive() && System.nanoTime() < deadline) {
        if (queue.offer(Optional.empty(), 50, TimeUnit.MILLISECONDS)) {
          thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
