package ferlive.app.record;

import ferlive.app.error.AppException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Deletes old recordings at the start of a run and every minute of it, on a thread of its own.
 * <b>Ownership</b>: owns the thread until {@link #close}.
 */
public final class Retention implements AutoCloseable {
  private final RecordingFolder folder;
  private final Duration age;
  private final Consumer<String> faults;
  private final Thread thread;

  /**
   * Begins to delete.
   *
   * @param age of what is deleted
   * @param faults told in a sentence what cannot be deleted
   */
  public Retention(RecordingFolder folder, Duration age, Consumer<String> faults) {
    this.folder = folder;
    this.age = age;
    this.faults = faults;
    this.thread = new Thread(this::work, "retention");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        folder.deleteOlderThan(age);
        TimeUnit.MINUTES.sleep(1);
      }
    } catch (AppException e) {
      faults.accept(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
