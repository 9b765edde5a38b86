package ferlive.app.web;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The newest picture for all who watch; who is slow misses the ones between. Thread-safe. */
final class LatestPicture {
  private Shown newest = new Shown(0, new byte[0]);
  private boolean asked;
  private boolean closed;

  /**
   * A picture with what was seen in it, as it is sent.
   *
   * @param number that grows by one from picture to picture, from 1
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody changes or compares it
  record Shown(long number, byte[] message) {}

  /** Whether somebody has asked since the last {@link #show}: others need no picture. */
  synchronized boolean isAsked() {
    return asked;
  }

  synchronized void show(byte[] message) {
    newest = new Shown(newest.number + 1, message);
    asked = false;
    notifyAll();
  }

  /**
   * Waits for a newer picture.
   *
   * @param after number of the one that is known
   * @return empty when there is none in time, or none will come
   */
  synchronized Optional<Shown> await(long after, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    asked = true;
    while (!closed && (newest.number == 0 || newest.number == after)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    return closed ? Optional.empty() : Optional.of(newest);
  }

  /** No picture will come any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
