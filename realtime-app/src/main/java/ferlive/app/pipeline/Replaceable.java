package ferlive.app.pipeline;

import java.util.function.Consumer;

/**
 * A part of the analysis that can be replaced while the analysis goes on: one thread works with it,
 * another one brings the next, and the first goes over to that between two frames.
 *
 * <p><b>Threading</b>: {@link #current} by the thread that works with it, {@link #replace} by any;
 * {@link #close} when nobody works with it any more. <b>Ownership</b>: owns its parts.
 */
final class Replaceable<T> implements AutoCloseable {
  private final Consumer<T> free;
  private T current;
  private T next;
  private boolean closed;

  /**
   * @param free closes a part
   */
  Replaceable(T first, Consumer<T> free) {
    this.current = first;
    this.next = first;
    this.free = free;
  }

  /** The newest part, to work with until this is asked again. The one before it is closed. */
  synchronized T current() {
    if (current != next) {
      free.accept(current);
      current = next;
    }
    return current;
  }

  /** The newest part, whether anyone works with it yet or not. */
  synchronized T newest() {
    return next;
  }

  /** Takes a part over; one that was never worked with is closed. */
  synchronized void replace(T part) {
    if (closed) {
      free.accept(part);
      return;
    }
    if (next != current) {
      free.accept(next);
    }
    next = part;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (next != current) {
      free.accept(next);
    }
    free.accept(current);
  }
}
