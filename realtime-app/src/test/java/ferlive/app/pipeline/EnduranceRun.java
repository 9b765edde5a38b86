package ferlive.app.pipeline;

import ferlive.app.classify.Device;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.QueuedSink;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SinkGroup;
import ferlive.app.source.FrameSource;
import ferlive.app.source.PacedSource;
import ferlive.app.source.Sources;
import ferlive.app.source.SupervisedSource;
import ferlive.app.source.Supervision;
import ferlive.app.testing.ProcessState;
import ferlive.app.testing.TickingSource;
import java.io.OutputStream;
import java.util.List;

/**
 * A process that does one thing for long and says, from time to time, what it holds: a line each of
 * frames, resident megabytes, heap megabytes, threads, descriptors and native objects.
 */
final class EnduranceRun {
  private EnduranceRun() {}

  /** Takes what to do ({@code tiny}, {@code demo} or {@code open}), a model, counts and seconds. */
  public static void main(String[] arguments) {
    String model = arguments[1];
    long count = Long.parseLong(arguments[2]);
    long seconds = Long.parseLong(arguments[3]);
    switch (arguments[0]) {
      case "tiny" -> live(new Meter(count, seconds), watched(), model, true);
      case "demo" -> live(new Meter(count, seconds), demo(), model, false);
      default -> open(new Meter(count, seconds), model);
    }
  }

  private static FrameSource watched() {
    return new SupervisedSource(
        TickingSource.endless(),
        TickingSource::endless,
        Supervision.ofCamera(Supervision.FOR_EVER));
  }

  private static FrameSource demo() {
    return new PacedSource(Sources.open("demo"));
  }

  private static void live(Meter meter, FrameSource source, String model, boolean noDetect) {
    FaceAnalyzer analyzer = FaceAnalyzer.open(config(model, noDetect));
    QueuedSink text =
        new QueuedSink(
            "nowhere",
            new JsonlSink(LineOutput.to(OutputStream.nullOutputStream()), analyzer.labels()));
    meter.run =
        new LiveRun(
            source, analyzer, new SinkGroup(List.of(text, meter)), new LiveStats(), Long.MAX_VALUE);
    meter.run.run();
  }

  private static AnalyzerConfig config(String model, boolean noDetect) {
    return new AnalyzerConfig(
        model, false, DetectorChoice.of(DetectorName.AUTO), Device.CPU, 1, false, noDetect);
  }

  private static void open(Meter meter, String model) {
    for (long i = 0; i < meter.count; i++) {
      FaceAnalyzer.open(config(model, false)).close();
      try (FrameSource source = Sources.open("demo")) {
        source.next().orElseThrow().close();
      }
      meter.tick();
    }
  }

  /** Tells a hundred times, evenly. */
  private static final class Meter implements ResultSink {
    private final long start = System.nanoTime();
    private final long count;
    private final long seconds;
    private LiveRun run;
    private long ticks;
    private long told;

    Meter(long count, long seconds) {
      this.count = count;
      this.seconds = seconds;
    }

    @Override
    public void accept(String source, Frame frame, FrameResult result) {
      tick();
    }

    void tick() {
      ticks++;
      double elapsed = (System.nanoTime() - start) / 1e9;
      double part = Math.max(ticks / (double) count, elapsed / seconds);
      if (part * 100 >= told + 1) {
        told++;
        tell();
      }
      if (part >= 1 && run != null) {
        run.stop();
      }
    }

    private void tell() {
      ProcessState state = ProcessState.now();
      Runtime runtime = Runtime.getRuntime();
      double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
      System.out.printf(
          "%d %.2f %.2f %d %d %d%n",
          ticks,
          state.megabytes(),
          heap,
          state.threads(),
          state.descriptors(),
          state.nativeObjects());
    }

    @Override
    public void close() {}
  }
}
