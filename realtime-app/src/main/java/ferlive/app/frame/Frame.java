package ferlive.app.frame;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One captured picture.
 *
 * <p><b>Ownership</b>: whoever takes a frame from a source closes it; closing hands the pixels back
 * to their {@link FramePool}. Stages and sinks only borrow it for the length of a call. <b>
 * Threading</b>: used by one thread at a time.
 */
public final class Frame implements AutoCloseable {
  private final FramePool pool;
  private final Mat image;
  private long sequence;
  private double time;
  private long capturedAtNanos;
  private boolean open;

  Frame(FramePool pool, Mat image) {
    this.pool = pool;
    this.image = image;
  }

  void opened(long sequence, double time, long capturedAtNanos) {
    this.sequence = sequence;
    this.time = time;
    this.capturedAtNanos = capturedAtNanos;
    this.open = true;
  }

  /**
   * Moves the time of capture: a recording that is played at its own speed counts as captured when
   * the picture is due, not when it was read ahead.
   *
   * @param nanos {@link System#nanoTime()} of that moment
   */
  public void captured(long nanos) {
    capturedAtNanos = nanos;
  }

  /**
   * Moves the frame within its stream: a clip that is played again goes on counting.
   *
   * @param sequence number of the frame, from 0
   * @param time seconds from the first frame
   */
  public void placed(long sequence, double time) {
    this.sequence = sequence;
    this.time = time;
  }

  /** The pixels, 8-bit BGR. Borrowed: valid until this frame is closed. */
  public Mat image() {
    return image;
  }

  /** Number of the frame in its source, from 0. */
  public long sequence() {
    return sequence;
  }

  /** Seconds from the first frame by the source's own clock; 0 for a picture. */
  public double time() {
    return time;
  }

  /** {@link System#nanoTime()} when the frame was read, or when it was due. */
  public long capturedAtNanos() {
    return capturedAtNanos;
  }

  public int width() {
    return image.cols();
  }

  public int height() {
    return image.rows();
  }

  /** Hands the pixels back to the pool. Closing twice does nothing. */
  @Override
  public void close() {
    if (open) {
      open = false;
      pool.giveBack(this);
    }
  }
}
