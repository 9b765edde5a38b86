package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.source.SourceState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * A mailbox for one frame: a newer one replaces what still waits. What became of the source in the
 * meantime stands in order with it.
 *
 * <p><b>Threading</b>: thread-safe. <b>Ownership</b>: owns the waiting frame; {@link #put} takes a
 * frame over, {@link #take} hands it on, and whatever is replaced or left behind is closed here.
 */
final class LatestFrame {
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private boolean ended;

  /**
   * Takes the frame over, in place of one that nobody has taken yet.
   *
   * @return how many frames were dropped for it or, when the mailbox has ended, with it: 0 or 1
   */
  synchronized int put(Frame frame) {
    if (ended) {
      frame.close();
      return 1;
    }
    int dropped = discard();
    add(new Arrival.Picture(frame));
    return dropped;
  }

  /** Takes a change of the source, behind the frame that came before it. */
  synchronized void put(SourceState state) {
    boolean replaces =
        waiting.peekLast() instanceof Arrival.Change last
            && last.state().getClass() == state.getClass();
    if (replaces) {
      // Such as how long an attempt is still to come: only the newest counts.
      waiting.removeLast();
    }
    add(new Arrival.Change(state));
  }

  private void add(Arrival arrival) {
    waiting.add(arrival);
    notifyAll();
  }

  /** Waits for what comes next; empty when the mailbox has ended. */
  synchronized Optional<Arrival> take() throws InterruptedException {
    while (waiting.isEmpty() && !ended) {
      wait();
    }
    return Optional.ofNullable(waiting.poll());
  }

  /** Nothing comes any more; what waits can still be taken. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Ends the mailbox and throws away what waits.
   *
   * @return how many frames were dropped: 0 or 1
   */
  synchronized int abort() {
    end();
    int dropped = discard();
    waiting.clear();
    return dropped;
  }

  private int discard() {
    for (Iterator<Arrival> all = waiting.iterator(); all.hasNext(); ) {
      if (all.next() instanceof Arrival.Picture picture) {
        all.remove();
        picture.frame().close();
        return 1;
      }
    }
    return 0;
  }
}
