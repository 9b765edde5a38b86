package ferlive.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C, SIGTERM and a terminal that closes as a wish to stop: the run is told, given time to end
 * whole, and the process then ends with 130, 143 or 129. Who asks twice does not want to wait. What
 * was to be ignored when the process began, as SIGHUP under nohup, stays ignored: the JVM sees to
 * that.
 *
 * <p><b>Threading</b>: thread-safe. Actions run on a thread of the signal or, where they come after
 * it, on the thread that brings them.
 */
public final class StopSignal {
  private static final long PATIENCE_SECONDS = 8;
  private static final int HUNG_UP = 129;
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

  private final List<Runnable> actions = new ArrayList<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private boolean requested;
  private OptionalInt signalCode = OptionalInt.empty();

  /** Begins to listen; only the process's entry does this. */
  void listen() {
    OwnSignals.hear("INT", () -> signalled(INTERRUPTED));
    OwnSignals.hear("TERM", () -> signalled(TERMINATED));
    OwnSignals.hear("HUP", () -> signalled(HUNG_UP));
    // For other ways to end the JVM.
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "stop"));
  }

  /** The run has ended by itself: nothing is left to wait for. */
  void runFinished() {
    finished.countDown();
  }

  /**
   * The code that the process should end with.
   *
   * @param code of the run by itself
   */
  synchronized int exitCode(int code) {
    return signalCode.orElse(code);
  }

  private void signalled(int code) {
    synchronized (this) {
      if (signalCode.isPresent()) {
        Runtime.getRuntime().halt(code);
      }
      signalCode = OptionalInt.of(code);
    }
    request();
    if (!ended()) {
      Runtime.getRuntime().halt(code);
    }
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
    ended();
  }

  /** Waits for the run, as long as there is patience, and says when it did not end. */
  private boolean ended() {
    try {
      if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return true;
      }
      System.err.println("ferlive: stopped before the run had ended whole");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
