package ferlive.app.source;

import ferlive.app.frame.Frame;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Plays a source that would give its frames at once as a camera would: a clip and the demo at their
 * own speed, pictures one after another, three seconds each. Held, it stands still and goes on from
 * there.
 *
 * <p><b>Threading</b>: as {@link FrameSource}; an interrupt ends a wait and the stream.
 * <b>Ownership</b>: owns the source that it plays.
 */
public final class PacedSource implements FrameSource {
  private static final long PICTURE_NANOS = 3_000_000_000L;

  /** Someone who is later than this (a suspended machine) goes on from there, without a rush. */
  private static final long LATE_NANOS = 1_000_000_000L;

  /** How often one that is held looks whether it still is. */
  private static final long HELD_NANOS = 20_000_000L;

  private final FrameSource source;
  private final BooleanSupplier held;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private boolean started;
  private long startNanos;
  private long count;

  /** Lets the calling thread wait; returns early when it is interrupted. */
  interface Sleeper {
    void sleep(long nanos);
  }

  public PacedSource(FrameSource source) {
    this(source, () -> false);
  }

  /**
   * @param held whether it is to stand still now; asked on the thread that takes the frames
   */
  public PacedSource(FrameSource source, BooleanSupplier held) {
    this(source, held, System::nanoTime, LockSupport::parkNanos);
  }

  PacedSource(FrameSource source, BooleanSupplier held, LongSupplier nanoTime, Sleeper sleeper) {
    this.source = source;
    this.held = held;
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
  }

  @Override
  public SourceInfo info() {
    return source.info();
  }

  @Override
  public Optional<Frame> next() {
    Optional<Frame> next = source.next();
    boolean pictures = source.info().kind() == SourceKind.PICTURES;
    if (next.isEmpty()) {
      // The last picture stays as long as the others.
      if (pictures && count > 0) {
        await(count * PICTURE_NANOS);
      }
      standStill();
      return next;
    }
    Frame frame = next.get();
    if (!await(pictures ? count * PICTURE_NANOS : (long) (frame.time() * 1e9))) {
      frame.close();
      return Optional.empty();
    }
    count++;
    frame.captured(nanoTime.getAsLong());
    return next;
  }

  /** Waits until so long after the first frame, and while held; false when interrupted. */
  private boolean await(long offset) {
    if (standStill()) {
      started = false;
    }
    long now = nanoTime.getAsLong();
    if (!started || now - (startNanos + offset) > LATE_NANOS) {
      started = true;
      startNanos = now - offset;
    }
    while (startNanos + offset - now > 0 && !Thread.currentThread().isInterrupted()) {
      sleeper.sleep(startNanos + offset - now);
      now = nanoTime.getAsLong();
    }
    return !Thread.currentThread().isInterrupted();
  }

  /** Waits while held, or until interrupted; true when it had to. */
  private boolean standStill() {
    boolean stood = false;
    while (held.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      sleeper.sleep(HELD_NANOS);
      stood = true;
    }
    return stood;
  }

  @Override
  public void close() {
    source.close();
  }
}
