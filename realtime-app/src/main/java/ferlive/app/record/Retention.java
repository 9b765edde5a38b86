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
  private final Duration pause;
  private final Consumer<String> faults;
  private final Thread thread;

  /**
   * Begins to delete.
   *
   * @param age of what is deleted
   * @param faults told in a sentence what cannot be deleted, once as long as it is the same
   */
  public Retention(RecordingFolder folder, Duration age, Consumer<String> faults) {
    this(folder, age, Duration.ofMinutes(1), faults);
  }

  /**
   * Begins to delete.
   *
   * @param pause from one time to the next
   */
  Retention(RecordingFolder folder, Duration age, Duration pause, Consumer<String> faults) {
    this.folder = folder;
    this.age = age;
    this.pause = pause;
    this.faults = faults;
    this.thread = new Thread(this::work, "retention");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    String told = "";
    try {
      while (!Thread.currentThread().isInterrupted()) {
        String fault = delete();
        if (!fault.equals(told)) {
          told = fault;
          if (!fault.isEmpty()) {
            faults.accept(fault);
          }
        }
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What went wrong this time, or nothing; the next time it may go well. */
  private String delete() {
    try {
      folder.deleteOlderThan(age);
      return "";
    } catch (AppException e) {
      return e.getMessage();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
