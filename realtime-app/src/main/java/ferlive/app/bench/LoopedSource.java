package ferlive.app.bench;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Plays a source again and again as one stream, until it is told that it is over, and times how
 * long each frame takes to read.
 *
 * <p>A frame counts as captured when its reading begins. <b>Ownership</b>: owns the sources that it
 * opens. <b>Threading</b>: as {@link FrameSource}.
 */
final class LoopedSource implements FrameSource {
  private final Supplier<FrameSource> opener;
  private final OptionalDouble cameraFps;
  private final LongConsumer readNanos;
  private final BooleanSupplier over;
  private FrameSource source;
  private long sequence;
  private double passStart;
  private double lastTime;

  /**
   * @param opener opens the source, again and again
   * @param cameraFps that frames follow each other with, in place of their own times
   * @param readNanos told how long the reading of each frame took
   * @param over asked before each frame
   */
  LoopedSource(
      Supplier<FrameSource> opener,
      OptionalDouble cameraFps,
      LongConsumer readNanos,
      BooleanSupplier over) {
    this.opener = opener;
    this.cameraFps = cameraFps;
    this.readNanos = readNanos;
    this.over = over;
    this.source = opener.get();
  }

  @Override
  public SourceInfo info() {
    SourceInfo info = source.info();
    return new SourceInfo(
        info.name(),
        cameraFps.isPresent() ? SourceKind.LIVE : info.kind(),
        info.width(),
        info.height(),
        cameraFps.orElse(info.fps()),
        -1);
  }

  /**
   * The next frame, from the start again after the last one.
   *
   * @throws AppException INPUT when the source has no frame at all
   */
  @Override
  public Optional<Frame> next() {
    if (over.getAsBoolean()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    Optional<Frame> next = source.next();
    if (next.isEmpty()) {
      rewind();
      start = System.nanoTime();
      next = source.next();
    }
    Frame frame = next.orElseThrow(this::noFrame);
    readNanos.accept(System.nanoTime() - start);
    lastTime = cameraFps.isPresent() ? sequence / cameraFps.getAsDouble() : time(frame);
    frame.placed(sequence, lastTime);
    frame.captured(start);
    sequence++;
    return next;
  }

  private double time(Frame frame) {
    return passStart + frame.time();
  }

  private void rewind() {
    SourceInfo info = source.info();
    // Pictures have no time.
    if (info.kind() != SourceKind.PICTURES) {
      passStart = lastTime + (info.fps() > 0 ? 1 / info.fps() : 0);
    }
    source.close();
    source = opener.get();
  }

  private AppException noFrame() {
    return new AppException(ExitCode.INPUT, source.info().name() + ": no frame could be read");
  }

  @Override
  public void close() {
    source.close();
  }
}
