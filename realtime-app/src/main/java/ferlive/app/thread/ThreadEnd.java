package ferlive.app.thread;

import java.time.Duration;

/** Waits for threads that may hang in native code. */
public final class ThreadEnd {
  private ThreadEnd() {}

  /**
   * Waits for a thread's end, whatever interrupts meanwhile; an interrupt is kept for the caller.
   *
   * @return whether it has ended; false when that takes longer
   */
  public static boolean comes(Thread thread, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    while (thread.isAlive() && System.nanoTime() < deadline) {
      try {
        thread.join(100);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
