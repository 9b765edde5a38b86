package ferlive.app.testing;

import java.util.concurrent.TimeUnit;

/** The most resident memory that this process has while this is open, looked at all the time. */
public final class PeakMemory implements AutoCloseable {
  private static final long EVERY_MILLIS = 10;

  private final Thread thread = new Thread(this::watch, "peak-memory");
  private volatile double most = ProcessState.residentMegabytes();

  public PeakMemory() {
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        most = Math.max(most, ProcessState.residentMegabytes());
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  public double megabytes() {
    return most;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
