package ferlive.app.bench;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.result.FrameResult;
import ferlive.app.result.StageTimes;
import ferlive.app.sink.Overlay;
import ferlive.app.source.FrameSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Takes frames the whole way, one after another on the calling thread, and times each stage.
 *
 * <p>The source is opened again whenever it ends; opening it is not counted, reading, scaling and
 * drawing are. The first frames warm the JVM up and are left out of the figures. <b>Ownership</b>:
 * owns the sources that it opens, borrows analyzer and overlay.
 */
public final class Benchmark implements AutoCloseable {
  private static final int WARM_UP_FRAMES = 60;

  /** Long enough for the compiler of the JVM to have seen the per-frame code. */
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Supplier<FrameSource> opener;
  private final FrameAnalyzer analyzer;
  private final Overlay overlay;
  private final BooleanSupplier stopRequested;
  private FrameSource source;
  private StageTimer timer = new StageTimer();
  private long totalNanos;
  private long faces;
  private String size = "";

  /**
   * @param opener opens the source, again and again
   * @param size that each frame is scaled to; empty leaves it as it is
   * @param stopRequested asked before each frame; once true, the measurement ends
   */
  public Benchmark(
      Supplier<FrameSource> opener,
      Optional<FrameSize> size,
      FrameAnalyzer analyzer,
      Overlay overlay,
      BooleanSupplier stopRequested) {
    this.opener = size.isPresent() ? () -> new ScaledSource(opener.get(), size.get()) : opener;
    this.analyzer = analyzer;
    this.overlay = overlay;
    this.stopRequested = stopRequested;
    this.source = open();
  }

  /**
   * Warms up, then measures.
   *
   * @param frames how many to measure, at least 1
   * @param info what the analyzer works with, for the report
   * @return empty when it was stopped
   * @throws AppException INPUT when the source has no frame at all
   */
  public Optional<BenchReport> run(long frames, AnalyzerInfo info) {
    long start = System.nanoTime();
    long warmUp = 0;
    while (warmUp < WARM_UP_FRAMES || System.nanoTime() - start < WARM_UP_NANOS) {
      if (stopRequested.getAsBoolean()) {
        return Optional.empty();
      }
      frame();
      warmUp++;
    }
    timer = new StageTimer();
    totalNanos = 0;
    faces = 0;
    for (long i = 0; i < frames; i++) {
      if (stopRequested.getAsBoolean()) {
        return Optional.empty();
      }
      frame();
    }
    return Optional.of(report(frames, warmUp, info));
  }

  private BenchReport report(long frames, long warmUp, AnalyzerInfo info) {
    double seconds = totalNanos / 1e9;
    return new BenchReport(
        frames / seconds,
        faces / seconds,
        frames,
        timer.latencies(),
        MachineFacts.read(),
        BenchSettings.of(source.info().name(), size, warmUp, info));
  }

  private void frame() {
    long start = System.nanoTime();
    Optional<Frame> next = source.next();
    if (next.isEmpty()) {
      source.close();
      source = open();
      start = System.nanoTime();
      next = source.next();
    }
    try (Frame frame =
        next.orElseThrow(
            () ->
                new AppException(
                    ExitCode.INPUT, source.info().name() + ": no frame could be read"))) {
      long read = System.nanoTime();
      FrameResult result = analyzer.analyze(frame);
      long analysed = System.nanoTime();
      overlay.drawFaces(frame.image(), result.faces());
      long drawn = System.nanoTime();
      record(result.times());
      timer.record(Stage.DECODE, read - start);
      timer.record(Stage.DRAW, drawn - analysed);
      timer.record(Stage.TOTAL, drawn - start);
      totalNanos += drawn - start;
      faces += result.faces().size();
      size = frame.width() + "x" + frame.height();
    }
  }

  private void record(StageTimes times) {
    timer.record(Stage.DETECT, times.detectNanos());
    timer.record(Stage.TRACK, times.trackNanos());
    timer.record(Stage.CROP, times.cropNanos());
    timer.record(Stage.INFER, times.inferNanos());
  }

  private FrameSource open() {
    FrameSource opened = opener.get();
    analyzer.reset(opened.info().kind());
    return opened;
  }

  @Override
  public void close() {
    source.close();
  }
}
