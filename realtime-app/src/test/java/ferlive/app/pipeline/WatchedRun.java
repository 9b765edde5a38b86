package ferlive.app.pipeline;

import ferlive.app.sink.SinkGroup;
import ferlive.app.source.SupervisedSource;
import ferlive.app.source.Supervision;
import ferlive.app.testing.EventSink;
import ferlive.app.testing.SlowAnalyzer;
import ferlive.app.testing.TickingSource;
import java.time.Duration;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** A live run of some frames as a process of its own, which tells its events and its delays. */
final class WatchedRun {
  /** Without a picture for so long, the source would count as lost. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private WatchedRun() {}

  /** Takes the number of frames as its one argument. */
  public static void main(String[] arguments) {
    // Loads OpenCV, which takes its time.
    new Mat().close();
    Supervision rules =
        new Supervision(LIMIT, LIMIT, LIMIT, LIMIT, LIMIT, LIMIT, Supervision.FOR_EVER);
    LiveStats stats = new LiveStats();
    EventSink sink = new EventSink();
    new LiveRun(
            new SupervisedSource(
                TickingSource.of(Long.MAX_VALUE, 10), () -> TickingSource.of(1, 1), rules),
            SlowAnalyzer.taking(2),
            new SinkGroup(List.of(sink)),
            stats,
            Long.parseLong(arguments[0]))
        .run();
    System.out.println(sink.events() + " p95 " + Math.round(stats.snapshot().delayP95Millis()));
  }
}
