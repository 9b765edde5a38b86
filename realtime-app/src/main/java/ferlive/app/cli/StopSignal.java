package ferlive.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C and SIGTERM as a wish to stop: the run is told, given time to end whole, and the JVM then
 * ends the process with 130 or 143.
 *
 * <p><b>Threading</b>: thread-safe. Actions run on the JVM's shutdown thread or, where they come
 * after the signal, on the thread that brings them.
 */
public final class StopSignal {
  private static final long PATIENCE_SECONDS = 8;

  private final List<Runnable> actions = new ArrayList<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private boolean requested;

  /** Begins to listen; only the process's entry does this. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "stop"));
  }

  /** The run has ended by itself: nothing is left to wait for. */
  void runFinished() {
    finished.countDown();
  }

  /** Whether the run should end. */
  public synchronized boolean requested() {
    return requested;
  }

  /**
   * Calls {@code action} when the run should end, for a thread that waits on something else; at
   * once when the wish has come already. The action must not wait.
   */
  public synchronized void onRequest(Runnable action) {
    if (requested) {
      action.run();
    } else {
      actions.add(action);
    }
  }

  /** The run should end. */
  synchronized void request() {
    requested = true;
    actions.forEach(Runnable::run);
    actions.clear();
  }

  private void shutDown() {
    if (finished.getCount() == 0) {
      return;
    }
    request();
    try {
      boolean ended = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println("ferlive: stopped before the run had ended whole");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
