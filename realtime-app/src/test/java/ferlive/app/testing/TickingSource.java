package ferlive.app.testing;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;

/** A live source of small black frames, one every so many milliseconds. */
public final class TickingSource implements FrameSource {
  static {
    // Not first by a reading thread: an interrupt while libraries are unpacked breaks them for
    // good.
    Loader.load(opencv_core.class);
  }

  private final FramePool pool = new FramePool();
  private final long frames;
  private final long intervalMillis;
  private final CountDownLatch hang = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final boolean hangs;
  private RuntimeException fault;
  private SourceKind kind = SourceKind.LIVE;
  private int level = -1;
  private boolean changing;
  private long sequence;
  private volatile boolean closed;

  private TickingSource(long frames, long intervalMillis, boolean hangs) {
    this.frames = frames;
    this.intervalMillis = intervalMillis;
    this.hangs = hangs;
  }

  public static TickingSource of(long frames, long intervalMillis) {
    return new TickingSource(frames, intervalMillis, false);
  }

  /** As many frames as anyone takes, each another picture. */
  public static TickingSource endless() {
    TickingSource source = of(Long.MAX_VALUE, 0);
    source.changing = true;
    return source.showing(0);
  }

  /** After its frames it blocks for ever and does not listen to interrupts, as a driver may do. */
  public static TickingSource hangingAfter(long frames) {
    return new TickingSource(frames, 0, true);
  }

  /** After its frames it fails. */
  public static TickingSource failingAfter(long frames, RuntimeException fault) {
    TickingSource source = new TickingSource(frames, 0, false);
    source.fault = fault;
    return source;
  }

  /** Shows a gradient that starts at this gray level, in place of black. */
  public TickingSource showing(int level) {
    this.level = level;
    return this;
  }

  /** Its frames are single pictures. */
  public TickingSource pictures() {
    kind = SourceKind.PICTURES;
    return this;
  }

  @Override
  public SourceInfo info() {
    return new SourceInfo("ticking", kind, 8, 8, 0, frames);
  }

  @Override
  public Optional<Frame> next() {
    if (sequence == frames) {
      return end();
    }
    try {
      if (intervalMillis > 0) {
        TimeUnit.MILLISECONDS.sleep(intervalMillis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    Frame frame = pool.take(sequence, sequence * intervalMillis / 1e3, System.nanoTime());
    frame.image().create(8, 8, opencv_core.CV_8UC3);
    ByteBuffer pixels = frame.image().createBuffer();
    for (int i = 0; i < pixels.limit(); i++) {
      pixels.put(i, (byte) (level < 0 ? 0 : level + i + (changing ? sequence : 0)));
    }
    sequence++;
    return Optional.of(frame);
  }

  private Optional<Frame> end() {
    ended.countDown();
    if (fault != null) {
      throw fault;
    }
    while (hangs && hang.getCount() > 0) {
      try {
        hang.await();
      } catch (InterruptedException e) {
        // A driver does not care either.
      }
    }
    return Optional.empty();
  }

  /** Waits until a frame was asked for after the last one: from then on a hanging source hangs. */
  public void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a hanging source end. */
  public void release() {
    hang.countDown();
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    pool.close();
  }
}
