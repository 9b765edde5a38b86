package ferlive.app.testing;

import ferlive.app.frame.Frame;
import ferlive.app.pipeline.FoundFaces;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.pipeline.NamedFaces;
import ferlive.app.result.FrameResult;
import ferlive.app.result.StageTimes;
import ferlive.app.source.SourceKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Sees nothing, and takes its time over it. */
public final class SlowAnalyzer implements FrameAnalyzer {
  private final LongConsumer work;
  private final List<SourceKind> resets = new CopyOnWriteArrayList<>();
  private long frames;
  private long useful = Long.MAX_VALUE;
  private boolean closed;

  private SlowAnalyzer(LongConsumer work) {
    this.work = work;
  }

  public static SlowAnalyzer taking(long millis) {
    return doing(
        frame -> {
          try {
            Thread.sleep(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Does that with the number of each frame; it may throw. */
  public static SlowAnalyzer doing(LongConsumer work) {
    return new SlowAnalyzer(work);
  }

  @Override
  public void reset(SourceKind kind) {
    resets.add(kind);
  }

  /** Its answers are of no use after so many frames. */
  public SlowAnalyzer troubledAfter(long frames) {
    useful = frames;
    return this;
  }

  @Override
  public Optional<String> trouble() {
    return frames >= useful ? Optional.of("the toy model is broken") : Optional.empty();
  }

  /** Of which kind each stream was that began. */
  public List<SourceKind> resets() {
    return resets;
  }

  @Override
  public FoundFaces find(Frame frame) {
    frames++;
    work.accept(frame.sequence());
    return new FoundFaces(List.of(), false, 4_000_000, 1_000);
  }

  @Override
  public NamedFaces name(Frame frame, FoundFaces found) {
    FrameResult result =
        new FrameResult(
            frame.sequence(),
            frame.time(),
            frame.width(),
            frame.height(),
            List.of(),
            new StageTimes(found.detectNanos(), found.trackNanos(), 2_000, 3_000_000));
    return new NamedFaces(result, List.of());
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
