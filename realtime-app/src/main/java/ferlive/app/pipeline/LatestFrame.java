package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import java.util.Optional;

/**
 * A mailbox for one frame: a newer one replaces what still waits.
 *
 * <p><b>Threading</b>: thread-safe. <b>Ownership</b>: owns the waiting frame; {@link #put} takes a
 * frame over, {@link #take} hands it on, and whatever is replaced or left behind is closed here.
 */
final class LatestFrame {
  private Frame waiting;
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
    waiting = frame;
    notifyAll();
    return dropped;
  }

  /** Waits for a frame, which the caller closes; empty when the mailbox has ended. */
  synchronized Optional<Frame> take() throws InterruptedException {
    while (waiting == null && !ended) {
      wait();
    }
    Optional<Frame> taken = Optional.ofNullable(waiting);
    waiting = null;
    return taken;
  }

  /** No frame comes any more; the waiting one can still be taken. */
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
    return discard();
  }

  private int discard() {
    if (waiting == null) {
      return 0;
    }
    waiting.close();
    waiting = null;
    return 1;
  }
}
