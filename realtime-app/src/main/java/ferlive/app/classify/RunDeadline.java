package ferlive.app.classify;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import ferlive.app.thread.ThreadEnd;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run of a network that takes too long, between two of its operators.
 *
 * <p>A run costs no object: one thread looks four times a second whether one is late.
 * <b>Threading</b>: all but the watching is done on the thread of the runs. <b>Ownership</b>: owns
 * the run options and the thread.
 */
final class RunDeadline implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final long ROUNDS_PER_LIMIT = 8;

  private final RunOptions options;
  private final long limitNanos;
  private final Thread watch;
  private boolean running;
  private boolean terminated;
  private boolean late;
  private boolean closed;
  private long began;

  RunDeadline(Duration limit) throws OrtException {
    this.options = new RunOptions();
    this.limitNanos = limit.toNanos();
    this.watch = new Thread(this::watch, "run deadline");
    watch.setDaemon(true);
    watch.start();
  }

  /** To run with; borrowed. */
  RunOptions options() {
    return options;
  }

  /** A run begins. */
  synchronized void begin() {
    began = System.nanoTime();
    running = true;
  }

  /** The run is over. */
  synchronized void end() throws OrtException {
    running = false;
    late = terminated;
    if (terminated) {
      options.setTerminate(false);
      terminated = false;
    }
  }

  /** Whether the last run was ended for being late. */
  synchronized boolean wasLate() {
    return late;
  }

  private void watch() {
    try {
      while (terminateIfLate()) {
        TimeUnit.NANOSECONDS.sleep(limitNanos / ROUNDS_PER_LIMIT);
      }
    } catch (InterruptedException | OrtException e) {
      // Closed; or the options cannot be set, and no later run can be ended either.
      Thread.currentThread().interrupt();
    }
  }

  /** Whether to go on. */
  private synchronized boolean terminateIfLate() throws OrtException {
    if (!closed && running && !terminated && System.nanoTime() - began > limitNanos) {
      options.setTerminate(true);
      terminated = true;
    }
    return !closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    watch.interrupt();
    ThreadEnd.comes(watch, LIMIT);
    options.close();
  }
}
