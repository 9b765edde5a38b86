package ferlive.app.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does one thing after another on a thread of its own; a few may wait. Thread-safe. */
final class Worker implements AutoCloseable {
  private static final int MOST_WAITING = 2;
  private static final long CLOSE_SECONDS = 2;

  private final ThreadPoolExecutor thread;

  /**
   * @param role the thread's name
   */
  Worker(String role) {
    thread =
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread made = new Thread(work, role);
              made.setDaemon(true);
              return made;
            });
  }

  /** Has something done; false when there is no room for it. Does not wait. */
  boolean run(Runnable work) {
    try {
      thread.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Waits some seconds for the end of what was taken. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
