package ferlive.app.pipeline;

import ferlive.app.error.AppException;
import ferlive.app.sink.ResultSink;
import ferlive.app.source.Inputs;
import ferlive.app.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Analyses many sources: pictures side by side, everything else one after another, since the stages
 * of a video already share the cores. The output is in the order of the inputs, and the same
 * whatever the number of workers.
 *
 * <p><b>Threading</b>: confined to one thread, which the sinks are called by. <b>Ownership</b>:
 * borrows analyzer and sinks.
 */
public final class BatchRun {
  /** Fewer do not pay for opening another analyzer. */
  private static final int PICTURES_PER_WORKER = 4;

  private final FrameAnalyzer analyzer;
  private final Supplier<FrameAnalyzer> opener;
  private final int workers;
  private final ResultSink sinks;
  private final BooleanSupplier stopRequested;
  private final List<AppException> faults = new ArrayList<>();

  /**
   * @param opener opens another analyzer of the same kind
   * @param workers that may analyse pictures side by side
   * @param stopRequested asked before every frame; once true, the run ends
   */
  public BatchRun(
      FrameAnalyzer analyzer,
      Supplier<FrameAnalyzer> opener,
      int workers,
      ResultSink sinks,
      BooleanSupplier stopRequested) {
    this.analyzer = analyzer;
    this.opener = opener;
    this.workers = workers;
    this.sinks = new NumberedTracks(sinks);
    this.stopRequested = stopRequested;
  }

  /** What went wrong with sources so far, in order. */
  public List<AppException> faults() {
    return List.copyOf(faults);
  }

  /**
   * Analyses all.
   *
   * @throws AppException for a fault of the analysis itself
   */
  public void analyze(List<String> inputs) {
    List<String> pictures = new ArrayList<>();
    for (String input : inputs) {
      if (Inputs.isPicture(input)) {
        pictures.add(input);
      } else {
        analyzePictures(pictures);
        pictures.clear();
        analyzeInTurn(List.of(input));
      }
    }
    analyzePictures(pictures);
  }

  private void analyzePictures(List<String> pictures) {
    int useful = Math.min(workers, pictures.size() / PICTURES_PER_WORKER);
    if (useful < 2) {
      analyzeInTurn(pictures);
    } else if (!stopRequested.getAsBoolean()) {
      try (PictureWorkers side = new PictureWorkers(analyzer, opener, useful)) {
        side.analyze(pictures, sinks, stopRequested, faults::add);
      }
    }
  }

  private void analyzeInTurn(List<String> inputs) {
    FileRun run = new FileRun(analyzer, sinks, stopRequested);
    try {
      inputs.forEach(input -> run.analyze(input, Sources::open));
    } finally {
      faults.addAll(run.faults());
    }
  }
}
