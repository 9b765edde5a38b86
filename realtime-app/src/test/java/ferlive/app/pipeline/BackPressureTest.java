package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.result.FrameResult;
import ferlive.app.sink.QueuedSink;
import ferlive.app.sink.ResultWriter;
import ferlive.app.sink.SinkGroup;
import ferlive.app.testing.EventSink;
import ferlive.app.testing.NoNativeLeaks;
import ferlive.app.testing.ProcessState;
import ferlive.app.testing.SlowAnalyzer;
import ferlive.app.testing.Soak;
import ferlive.app.testing.TickingSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever is slow gets less, and holds up nobody else. */
@NoNativeLeaks
@Timeout(180)
class BackPressureTest {
  private final LiveStats stats = new LiveStats();
  private final EventSink window = new EventSink();

  @Test
  void run_showsTheNewestWhenTheAnalysisTakesSixFrames() {
    long seconds = Soak.time(Duration.ofSeconds(4), Duration.ofSeconds(60)).toSeconds();
    double before = ProcessState.now().megabytes();

    new LiveRun(
            TickingSource.of(seconds * 30, 33),
            SlowAnalyzer.taking(200),
            new SinkGroup(List.of(window)),
            stats,
            Long.MAX_VALUE)
        .run();

    LiveStats.Snapshot counts = stats.snapshot();
    assertThat(counts.captured()).isEqualTo(seconds * 30);
    assertThat(counts.analysed() + counts.dropped() + counts.failed()).isEqualTo(seconds * 30);
    assertThat(counts.delayP95Millis())
        .as("200 ms at work, at most as long waiting")
        .isLessThan(450);
    assertThat(ProcessState.now().megabytes() - before).isLessThan(Math.max(10, seconds / 60.0));
  }

  @Test
  void run_keepsTheWindowsPaceWhenADiskIsBlockedForTwoSeconds() {
    BlockedDisk disk = new BlockedDisk();
    QueuedSink text = new QueuedSink("faces.jsonl", disk);
    disk.queue = text;
    int frames = 400;

    new LiveRun(
            TickingSource.of(frames, 10),
            SlowAnalyzer.taking(0),
            new SinkGroup(List.of(text, window)),
            stats,
            Long.MAX_VALUE)
        .run();

    double windowShare = window.frames().size() / (double) stats.snapshot().captured();
    assertThat(windowShare).as("of the frames").isGreaterThan(0.9);
    assertThat(text.dropped()).as("what the queue does not hold").isPositive();
    assertThat(disk.written + text.dropped()).isEqualTo(window.frames().size());
  }

  /** Hangs once, at its tenth result: for two seconds, and until its queue has run over. */
  private static final class BlockedDisk implements ResultWriter {
    private volatile QueuedSink queue;
    private long written;

    @Override
    public void accept(String source, FrameResult result) {
      written++;
      if (written == 10) {
        try {
          TimeUnit.SECONDS.sleep(2);
          while (queue.dropped() == 0) {
            TimeUnit.MILLISECONDS.sleep(10);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void close() {}
  }
}
