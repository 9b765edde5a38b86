package ferlive.app.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Frames that are used again, so that a running stream allocates no native memory.
 *
 * <p><b>Ownership</b>: owns the pixels of every frame that it ever made. <b>Threading</b>:
 * thread-safe; frames may come back from other threads, also after {@link #close()}, which then
 * frees them.
 */
public final class FramePool implements AutoCloseable {
  private final Deque<Frame> free = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes a frame whose pixels are as the last user left them; the caller fills {@link
   * Frame#image()} and closes the frame.
   *
   * @param sequence number of the frame in its source, from 0
   * @param time seconds from the first frame by the source's own clock
   * @param capturedAtNanos {@link System#nanoTime()} of the capture
   */
  public synchronized Frame take(long sequence, double time, long capturedAtNanos) {
    if (closed) {
      throw new IllegalStateException("the frame pool is closed");
    }
    Frame frame = free.poll();
    if (frame == null) {
      frame = new Frame(this, new Mat());
    }
    frame.opened(sequence, time, capturedAtNanos);
    return frame;
  }

  synchronized void giveBack(Frame frame) {
    if (closed) {
      frame.image().close();
    } else {
      free.push(frame);
    }
  }

  /** Frees the frames that are back; those still out are freed when they come back. */
  @Override
  public synchronized void close() {
    closed = true;
    for (Frame frame : free) {
      frame.image().close();
    }
    free.clear();
  }
}
