package ferlive.app.pipeline;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Analyses sources that end, one after another, every frame in order, so that the output is the
 * same on every run. A source that fails does not keep the next from being analysed.
 *
 * <p><b>Threading</b>: confined to one thread, which the sinks are called by; the other stages may
 * have threads of their own. <b>Ownership</b>: closes the sources that it opens; analyzer and sinks
 * stay the caller's.
 */
public final class FileRun {
  private final FrameAnalyzer analyzer;
  private final ResultSink sinks;
  private final BooleanSupplier stopRequested;
  private final List<AppException> faults = new ArrayList<>();

  /**
   * @param stopRequested asked before every frame; once true, the run ends
   */
  public FileRun(FrameAnalyzer analyzer, ResultSink sinks, BooleanSupplier stopRequested) {
    this.analyzer = analyzer;
    this.sinks = sinks;
    this.stopRequested = stopRequested;
  }

  /** What went wrong with sources so far, in order. */
  public List<AppException> faults() {
    return List.copyOf(faults);
  }

  /**
   * Analyses one source whole.
   *
   * @param spec what the user named
   * @param opening usually {@link Sources#open}
   * @throws AppException for a fault of the analysis itself
   */
  public void analyze(String spec, Function<String, FrameSource> opening) {
    if (stopRequested.getAsBoolean()) {
      return;
    }
    String name = Sources.displayName(spec);
    long frames = 0;
    try (FrameSource source = opening.apply(spec)) {
      sinks.event(name, new SourceEvent.Started(source.info()));
      analyzer.reset(source.info().kind());
      try (LabelledFrames labelled = new LabelledFrames(source, analyzer)) {
        for (Optional<LabelledFrame> next = labelled.next();
            next.isPresent();
            next = labelled.next()) {
          try (LabelledFrame frame = next.get()) {
            sinks.accept(name, frame.frame(), frame.result());
          }
          frames++;
          if (stopRequested.getAsBoolean()) {
            return;
          }
        }
      }
    } catch (AppException fault) {
      keep(name, fault);
    }
    tellTrouble(name);
    sinks.event(name, new SourceEvent.Ended(frames));
  }

  private void tellTrouble(String name) {
    analyzer.trouble().ifPresent(why -> sinks.event(name, new SourceEvent.Troubled(why)));
  }

  private void keep(String name, AppException fault) {
    if (fault.exitCode() != ExitCode.INPUT && fault.exitCode() != ExitCode.SOURCE) {
      throw fault;
    }
    faults.add(fault);
    sinks.event(name, new SourceEvent.Failed(fault));
  }
}
