package ferlive.app.bench;

import ferlive.app.draw.Annotator;
import ferlive.app.error.AppException;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.pipeline.FileRun;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.pipeline.LiveRun;
import ferlive.app.pipeline.LiveStats;
import ferlive.app.sink.SinkGroup;
import ferlive.app.source.FrameSource;
import ferlive.app.source.PacedSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Takes frames the whole way that {@code analyze} takes them, or for a played camera the way of
 * {@code live}, with drawing in place of the outputs, and measures.
 *
 * <p>Reading, scaling and drawing count. The source is opened again whenever it ends, which counts
 * in the frames per second and in no stage. <b>Ownership</b>: owns the sources that it opens,
 * borrows the analyzer; a played camera closes the analyzer as it ends.
 */
public final class Benchmark {
  private final Supplier<FrameSource> opener;
  private final BenchPlan plan;
  private final FrameAnalyzer analyzer;
  private final List<String> labels;
  private final BooleanSupplier stopRequested;
  private final StageTimer timer = new StageTimer();

  /**
   * @param opener opens the source, again and again
   * @param labels of the model, in the order of its scores
   * @param stopRequested asked before each frame; once true, the measurement ends
   */
  public Benchmark(
      Supplier<FrameSource> opener,
      BenchPlan plan,
      FrameAnalyzer analyzer,
      List<String> labels,
      BooleanSupplier stopRequested) {
    this.opener =
        plan.size().isPresent() ? () -> new ScaledSource(opener.get(), plan.size().get()) : opener;
    this.plan = plan;
    this.analyzer = analyzer;
    this.labels = List.copyOf(labels);
    this.stopRequested = stopRequested;
  }

  /**
   * Warms up, then measures.
   *
   * @param info what the analyzer works with, for the report
   * @return empty when it was stopped
   * @throws AppException INPUT when the source has no frame at all
   */
  public Optional<BenchReport> run(AnalyzerInfo info) {
    boolean camera = plan.cameraFps().isPresent();
    OptionalDouble alone =
        camera
            ? OptionalDouble.empty()
            : OptionalDouble.of(SourceSpeed.framesPerSecond(opener, plan.warmUp(), stopRequested));
    try (Annotator annotator = new Annotator(labels)) {
      Measurement measured = camera ? asCamera(annotator) : asFile(annotator);
      return measured.done() ? Optional.of(report(measured, alone, info)) : Optional.empty();
    }
  }

  private Measurement asFile(Annotator annotator) {
    Measurement measured = new Measurement(plan, annotator, timer, () -> 0);
    FileRun run = new FileRun(analyzer, measured, stopRequested);
    run.analyze(plan.source(), name -> untilDone(measured));
    rethrow(run.faults());
    return measured;
  }

  private Measurement asCamera(Annotator annotator) {
    LiveStats stats = new LiveStats();
    Measurement measured =
        new Measurement(plan, annotator, timer, () -> stats.snapshot().dropped());
    FrameSource camera = new PacedSource(untilDone(measured));
    SinkGroup sinks = new SinkGroup(List.of(measured));
    LiveRun run = new LiveRun(camera, analyzer, sinks, stats, Long.MAX_VALUE);
    run.run();
    rethrow(run.failures());
    return measured;
  }

  private FrameSource untilDone(Measurement measured) {
    return new LoopedSource(
        opener,
        plan.cameraFps(),
        nanos -> timer.record(Stage.DECODE, nanos),
        () -> measured.done() || stopRequested.getAsBoolean());
  }

  private static void rethrow(List<? extends RuntimeException> faults) {
    if (!faults.isEmpty()) {
      throw faults.get(0);
    }
  }

  private BenchReport report(Measurement measured, OptionalDouble alone, AnalyzerInfo info) {
    return new BenchReport(
        measured.frames(),
        measured.faces(),
        measured.dropped(),
        measured.used(),
        alone,
        timer.latencies(),
        measured.memory(),
        MachineFacts.read(),
        new BenchSettings(
            plan.source(),
            measured.size(),
            plan.cameraFps().orElse(0),
            measured.warmUpFrames(),
            info));
  }
}
