package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * All frames of a source that ends, each with its faces: read, found, named and looked ahead, on as
 * many threads as the analyzer allows. The result does not depend on their number, as each stage
 * sees every frame in order.
 *
 * <p><b>Memory</b>: some frames wait between the stages, {@value #WAITING_BYTES} bytes of pixels at
 * most, or one each. <b>Threading</b>: confined to one thread; source and analyzer are used by
 * others until {@link #close}. <b>Ownership</b>: borrows source and analyzer; owns the frames that
 * nobody took. <b>Errors</b>: those of source and analyzer, each after all frames before it.
 */
public final class LabelledFrames implements AutoCloseable {
  private static final int WAITING_BYTES = 32 << 20;

  /** Enough for a frame that takes ten times as long as the others. */
  private static final int MOST_WAITING = 8;

  private final Deque<Prefetch<?>> prefetches = new ArrayDeque<>();
  private final LookAhead last;

  /** A frame whose faces have no names yet. */
  private record Found(Frame frame, FoundFaces faces) {}

  /** Begins to work. The analyzer was reset for the source. */
  public LabelledFrames(FrameSource source, FrameAnalyzer analyzer) {
    SourceInfo info = source.info();
    // A picture has no successor that could be worked on meanwhile.
    int others = info.kind() == SourceKind.PICTURES ? 0 : analyzer.threads() - 1;
    int waiting = waiting(info);
    Supply<Frame> frames = source::next;
    if (others >= 2) {
      frames = add(new Prefetch<>("read", waiting, frames, Frame::close));
    }
    Supply<Frame> read = frames;
    Supply<Found> found = () -> read.next().map(frame -> find(analyzer, frame));
    if (others >= 1) {
      found = add(new Prefetch<>("find", waiting, found, it -> it.frame.close()));
    }
    Supply<Found> unnamed = found;
    Supply<LookAhead.Named> named = () -> unnamed.next().map(it -> name(analyzer, it));
    if (others >= 3) {
      named = add(new Prefetch<>("name", waiting, named, it -> it.labelled().close()));
    }
    last = new LookAhead(named);
  }

  private static int waiting(SourceInfo info) {
    long bytes = Math.max(1, 3L * info.width() * info.height());
    return (int) Math.max(1, Math.min(MOST_WAITING, WAITING_BYTES / 3 / bytes));
  }

  private <T> Supply<T> add(Prefetch<T> prefetch) {
    prefetches.push(prefetch);
    return prefetch;
  }

  private static Found find(FrameAnalyzer analyzer, Frame frame) {
    try {
      return new Found(frame, analyzer.find(frame));
    } catch (RuntimeException | Error e) {
      frame.close();
      throw e;
    }
  }

  private static LookAhead.Named name(FrameAnalyzer analyzer, Found found) {
    try {
      NamedFaces named = analyzer.name(found.frame, found.faces);
      return new LookAhead.Named(new LabelledFrame(found.frame, named.result()), named.tentative());
    } catch (RuntimeException | Error e) {
      found.frame.close();
      throw e;
    }
  }

  /** The next frame, which the caller closes, or empty at the end. */
  public Optional<LabelledFrame> next() {
    return last.next();
  }

  /** Ends the work, finished or not, and waits until source and analyzer are free again. */
  @Override
  public void close() {
    // From the last stage to the first: each is let go by the one that it waits for.
    prefetches.forEach(Prefetch::close);
    last.close();
  }
}
