package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Several sinks as one, where the rest goes on when one fails.
 *
 * <p>A sink that cannot be written any more is closed and left out, and its fault kept; one whose
 * reader has gone is left out without a fault. <b>Threading</b>: confined to one thread but for
 * {@link #faults()}, which any may ask. <b>Ownership</b>: owns the sinks.
 */
public final class SinkGroup implements ResultSink {
  private final List<ResultSink> sinks;
  private final List<AppException> faults = new CopyOnWriteArrayList<>();

  public SinkGroup(List<? extends ResultSink> sinks) {
    this.sinks = new ArrayList<>(sinks);
  }

  /** Whether nobody takes results any more. */
  public boolean isEmpty() {
    return sinks.isEmpty();
  }

  /** The OUTPUT faults so far. */
  public List<AppException> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    each(sink -> sink.accept(source, frame, result));
  }

  @Override
  public void event(String source, SourceEvent event) {
    each(sink -> sink.event(source, event));
  }

  private void each(Consumer<ResultSink> call) {
    for (Iterator<ResultSink> all = sinks.iterator(); all.hasNext(); ) {
      ResultSink sink = all.next();
      if (!worked(() -> call.accept(sink))) {
        all.remove();
        // It has failed already; that it cannot end whole either is no second fault.
        int known = faults.size();
        if (!worked(sink::close)) {
          faults.subList(known, faults.size()).clear();
        }
      }
    }
  }

  private boolean worked(Runnable call) {
    try {
      call.run();
      return true;
    } catch (PipeClosedException e) {
      return false;
    } catch (AppException e) {
      if (e.exitCode() != ExitCode.OUTPUT) {
        throw e;
      }
      faults.add(e);
      return false;
    }
  }

  /** Ends every output whole; OUTPUT faults are kept, others thrown when all are closed. */
  @Override
  public void close() {
    RuntimeException first = null;
    for (ResultSink sink : sinks) {
      try {
        worked(sink::close);
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    sinks.clear();
    if (first != null) {
      throw first;
    }
  }
}
