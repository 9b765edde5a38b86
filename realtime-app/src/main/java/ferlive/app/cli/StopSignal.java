package ferlive.app.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C and SIGTERM as a wish to stop: the run is told, given time to end whole, and the JVM then
 * ends the process with 130 or 143.
 *
 * <p><b>Threading</b>: thread-safe. Actions run on the JVM's shutdown thread.
 */
public final class StopSignal {
  private static final long PATIENCE_SECONDS = 8;

  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  /** Begins to listen; only the process's entry does this. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "stop"));
  }

  /** The run has ended by itself: nothing is left to wait for. */
  void runFinished() {
    finished.countDown();
  }

  /** Whether the run should end. */
  public boolean requested() {
    return requested;
  }

  /** Calls {@code action} when the run should end, for a thread that waits on something else. */
  public void onRequest(Runnable action) {
    actions.add(action);
  }

  private void shutDown() {
    if (finished.getCount() == 0) {
      return;
    }
    requested = true;
    actions.forEach(Runnable::run);
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
