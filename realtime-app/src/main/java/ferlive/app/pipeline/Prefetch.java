package ferlive.app.pipeline;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Lets a supply work ahead on a thread of its own, a few things at most, so that it overlaps with
 * what is done with them. Order, end and faults are those of the supply: a fault comes after all
 * that was made before it.
 *
 * <p><b>Threading</b>: {@link #next} and {@link #close} by one thread; the supply is asked by
 * another. <b>Ownership</b>: owns what nobody has taken. {@link #close} waits until the supply has
 * come back, and only then may be freed what that one uses.
 */
final class Prefetch<T> implements Supply<T>, AutoCloseable {
  private final Supply<T> supply;
  private final Consumer<T> free;

  /** What was made, then one empty for the end. */
  private final BlockingQueue<Optional<T>> made;

  private final Thread thread;
  private Throwable fault;
  private boolean ended;

  /**
   * Begins to work.
   *
   * @param role the thread's name
   * @param capacity how many things may wait, at least 1
   * @param free what to do with a thing that nobody takes
   */
  Prefetch(String role, int capacity, Supply<T> supply, Consumer<T> free) {
    this.supply = supply;
    this.free = free;
    this.made = new ArrayBlockingQueue<>(capacity);
    this.thread = new Thread(this::work, role);
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      Optional<T> next = supply.next();
      while (next.isPresent()) {
        put(next);
        next = supply.next();
      }
    } catch (InterruptedException e) {
      return;
    } catch (RuntimeException | Error e) {
      // Seen by the taker, as the queue passes on all that was done before.
      fault = e;
    }
    try {
      made.put(Optional.empty());
    } catch (InterruptedException e) {
      // Nobody waits for the end any more.
    }
  }

  private void put(Optional<T> next) throws InterruptedException {
    try {
      made.put(next);
    } catch (InterruptedException e) {
      next.ifPresent(free);
      throw e;
    }
  }

  /** The next one; an interrupt while it waits ends it. */
  @Override
  public Optional<T> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      Optional<T> next = made.take();
      ended = next.isEmpty();
      if (ended && fault instanceof Error error) {
        throw error;
      } else if (ended && fault instanceof RuntimeException exception) {
        throw exception;
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended = true;
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    ended = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (Optional<T> left = made.poll(); left != null; left = made.poll()) {
      left.ifPresent(free);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
