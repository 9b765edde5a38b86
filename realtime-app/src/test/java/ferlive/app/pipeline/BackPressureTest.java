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
    int seconds = Soak.count(4, 60);
    double before = ProcessState.now().megabytes();

    new LiveRun(
            TickingSource.of(seconds * 30L, 33),
            SlowAnalyzer.taking(200),
            new SinkGroup(List.of(window)),
            stats,
            Long.MAX_VALUE)
        .run();

    LiveStats.Snapshot counts = stats.snapshot();
    assertThat(counts.captured()).isEqualTo(seconds * 30L);
    assertThat(counts.analysed() + counts.dropped() + counts.failed()).isEqualTo(seconds * 30L);
    assertThat(counts.delayP95Millis())
        .as("200 ms at work, at most as long waiting")
        .isLessThan(450);
    assertThat(ProcessState.now().megabytes() - before).isLessThan(Math.max(10, seconds / 60.0));
  }

  @Test
  void run_keepsTheWindowsPaceWhenADiskIsBlockedForTwoSeconds() {
    BlockedDisk disk = new BlockedDisk(2_000);
    QueuedSink text = new QueuedSink("faces.jsonl", disk);
    int frames = 1000;

    new LiveRun(
            TickingSource.of(frames, 3),
            SlowAnalyzer.taking(0),
            new SinkGroup(List.of(text, window)),
            stats,
            Long.MAX_VALUE)
        .run();

    double windowShare = window.frames().size() / (double) stats.snapshot().captured();
    assertThat(windowShare).as("of the frames").isGreaterThan(0.9);
    assertThat(text.dropped()).as("2 s hold more than the queue").isPositive();
    assertThat(disk.written + text.dropped()).isEqualTo(window.frames().size());
  }

  /** Hangs once, at its tenth result. */
  private static final class BlockedDisk implements ResultWriter {
    private final long millis;
    private long written;

    BlockedDisk(long millis) {
      this.millis = millis;
    }

    @Override
    public void accept(String source, FrameResult result) {
      written++;
      if (written == 10) {
        try {
          TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void close() {}
  }
}
