package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SinkGroup;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.FrameSource;
import ferlive.app.source.SourceKind;
import ferlive.app.source.SupervisedSource;
import ferlive.app.source.Supervision;
import ferlive.app.source.SwitchableSource;
import ferlive.app.testing.EventSink;
import ferlive.app.testing.SlowAnalyzer;
import ferlive.app.testing.TickingSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveRunTest {
  private final LiveStats stats = new LiveStats();
  private final EventSink sink = new EventSink();

  @Test
  void run_dropsOldFramesWhenTheAnalysisIsSlow() {
    TickingSource source = TickingSource.of(60, 5);
    SlowAnalyzer analyzer = SlowAnalyzer.taking(40);

    run(source, analyzer, Long.MAX_VALUE).run();

    LiveStats.Snapshot counts = stats.snapshot();
    assertThat(counts.captured()).isEqualTo(60);
    assertThat(counts.dropped()).isPositive();
    assertThat(counts.analysed() + counts.dropped() + counts.failed()).isEqualTo(60);
    assertThat(sink.frames()).hasSize((int) counts.analysed()).isSorted().endsWith(59L);
    assertThat(counts.delayP95Millis())
        .as("one in flight, one waiting; a queue would hold the last for 2 s")
        .isLessThan(500);
    assertThat(sink.events()).containsExactly("Started", "Ended");
    assertThat(source.isClosed()).isTrue();
    assertThat(analyzer.isClosed()).isTrue();
    assertThat(sink.closes()).isEqualTo(1);
  }

  @Test
  void run_endsAfterTheFramesAskedFor() {
    run(TickingSource.of(Long.MAX_VALUE, 2), SlowAnalyzer.taking(0), 7).run();

    assertThat(sink.frames()).hasSize(7);
    LiveStats.Snapshot counts = stats.snapshot();
    assertThat(counts.captured()).isEqualTo(counts.analysed() + counts.dropped());
  }

  @Test
  void stop_endsTheRunWithoutAnEndEvent() {
    LiveRun run = run(TickingSource.of(Long.MAX_VALUE, 5), SlowAnalyzer.taking(5), 1000);
    Thread stopper =
        new Thread(
            () -> {
              sleep(200);
              run.stop();
            });
    stopper.start();
    long start = System.nanoTime();

    run.run();

    assertThat(secondsSince(start)).isLessThan(5);
    assertThat(sink.events()).containsExactly("Started");
  }

  @Test
  void run_countsAFrameThatFailsAndGoesOn() {
    AtomicInteger seen = new AtomicInteger();
    SlowAnalyzer analyzer =
        SlowAnalyzer.doing(
            frame -> {
              if (seen.incrementAndGet() == 2) {
                throw new IllegalArgumentException("odd frame");
              }
            });

    run(TickingSource.of(10, 15), analyzer, Long.MAX_VALUE).run();

    LiveStats.Snapshot counts = stats.snapshot();
    assertThat(counts.failed()).isEqualTo(1);
    assertThat(counts.analysed() + counts.dropped()).isEqualTo(9);
  }

  @Test
  void run_failsWhenFrameAfterFrameFails() {
    SlowAnalyzer analyzer =
        SlowAnalyzer.doing(
            frame -> {
              throw new IllegalStateException("broken");
            });

    LiveRun run = run(TickingSource.of(Long.MAX_VALUE, 1), analyzer, Long.MAX_VALUE);

    run.run();

    assertThat(run.failures())
        .singleElement()
        .isInstanceOf(IllegalStateException.class)
        .hasToString("java.lang.IllegalStateException: broken");
    assertThat(stats.snapshot().failed()).isEqualTo(10);
  }

  @Test
  void run_keepsTheFaultOfTheSource() {
    AppException fault = new AppException(ExitCode.SOURCE, "camera 0 was unplugged");
    TickingSource source = TickingSource.failingAfter(3, fault);

    LiveRun run = run(source, SlowAnalyzer.taking(0), Long.MAX_VALUE);
    run.run();

    assertThat(run.failures()).containsExactly(fault);
    assertThat(sink.events()).containsExactly("Started", "Failed", "Ended");
    assertThat(source.isClosed()).isTrue();
  }

  @Test
  void run_endsInSecondsWhenTheSourceHangs() {
    TickingSource source = TickingSource.hangingAfter(2);
    LiveRun run = run(source, SlowAnalyzer.doing(frame -> source.awaitEnd()), 1);
    long start = System.nanoTime();

    run.run();

    assertThat(run.failures())
        .singleElement()
        .isInstanceOfSatisfying(
            AppException.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.SOURCE);
              assertThat(e).hasMessageContaining("ticking");
            });
    assertThat(secondsSince(start)).isLessThan(8);
    assertThat(source.isClosed()).as("closing under a running call would crash").isFalse();
    assertThat(sink.closes()).isEqualTo(1);
    source.release();
  }

  @Test
  void stop_endsInTimeAndNamesTheSourceWhenANativeCallNeverReturns() {
    TickingSource hanging = TickingSource.hangingAfter(2);
    LiveRun run =
        run(
            new SupervisedSource(hanging, () -> hanging, Supervision.ofCamera(0)),
            SlowAnalyzer.taking(0),
            Long.MAX_VALUE);
    new Thread(
            () -> {
              hanging.awaitEnd();
              run.stop();
            })
        .start();
    long start = System.nanoTime();

    run.run();

    assertThat(secondsSince(start)).isLessThan(8);
    assertThat(run.failures())
        .singleElement()
        .hasToString(
            AppException.class.getName() + ": the source ticking hangs and cannot be closed");
    assertThat(sink.closes()).isEqualTo(1);
    hanging.release();
  }

  @Test
  void run_tellsOfALossAndForgetsTheFacesThatWereThere() {
    AppException unplugged = new AppException(ExitCode.SOURCE, "unplugged");
    SlowAnalyzer analyzer = SlowAnalyzer.taking(0);
    Supervision rules =
        new Supervision(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(30),
            1);

    LiveRun run =
        run(
            new SupervisedSource(
                TickingSource.failingAfter(3, unplugged),
                () -> TickingSource.failingAfter(2, unplugged),
                rules),
            analyzer,
            Long.MAX_VALUE);
    run.run();

    assertThat(sink.events())
        .containsSubsequence("Started", "Lost", "Retrying", "Back", "Failed", "Ended");
    assertThat(analyzer.resets()).as("at the start and after the outage").hasSize(2);
    LiveStats.Snapshot counts = stats.snapshot();
    assertThat(counts.captured()).isEqualTo(5);
    assertThat(counts.analysed() + counts.dropped()).isEqualTo(5);
    assertThat(run.failures())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("ticking is lost for good after 1 attempt");
  }

  @Test
  void run_tellsOnceOfAnAnalyzerWhoseAnswersAreOfNoUse() {
    SlowAnalyzer analyzer = SlowAnalyzer.taking(0).troubledAfter(3);

    run(TickingSource.of(10, 10), analyzer, Long.MAX_VALUE).run();

    assertThat(sink.events()).containsExactly("Started", "Troubled", "Ended");
  }

  @Test
  void run_endsInTimeWhenTheScreenHangs() {
    CountDownLatch forEver = new CountDownLatch(1);
    ResultSink stuck =
        new ResultSink() {
          @Override
          public void accept(String source, Frame frame, FrameResult result) {}

          @Override
          public void close() {
            try {
              forEver.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    LiveRun run =
        new LiveRun(
            TickingSource.of(3, 1),
            SlowAnalyzer.taking(0),
            new SinkGroup(List.of(stuck)),
            stats,
            Long.MAX_VALUE);
    long start = System.nanoTime();

    run.run();

    assertThat(secondsSince(start)).isBetween(6.0, 8.0);
    assertThat(run.failures())
        .singleElement()
        .hasToString(AppException.class.getName() + ": the run did not end in time");
    forEver.countDown();
  }

  @Test
  void run_beginsANewStreamOfItsKindWhenAnotherSourceTakesThePlace() {
    SwitchableSource source =
        new SwitchableSource(TickingSource.of(1, 0).pictures(), frame -> {}, true);
    SlowAnalyzer analyzer =
        SlowAnalyzer.doing(
            frame -> {
              if (frame == 0) {
                source.use(TickingSource.of(5, 1));
              }
            });

    run(source, analyzer, 2).run();

    assertThat(analyzer.resets()).containsExactly(SourceKind.PICTURES, SourceKind.LIVE);
    assertThat(sink.events()).containsExactly("Started", "Started", "Ended");
  }

  @Test
  void run_endsWhenNoSinkIsLeft() {
    ResultSink full =
        new ResultSink() {
          @Override
          public void accept(String source, Frame frame, FrameResult result) {
            throw new AppException(ExitCode.OUTPUT, "out.jsonl: disk full");
          }

          @Override
          public void close() {}
        };
    SinkGroup group = new SinkGroup(List.of(full));

    new LiveRun(
            TickingSource.of(Long.MAX_VALUE, 1),
            SlowAnalyzer.taking(0),
            group,
            stats,
            Long.MAX_VALUE)
        .run();

    assertThat(group.faults()).hasSize(1);
  }

  @Test
  void run_closesTheRestWhenASinkThrowsAtTheEnd() {
    TickingSource source = TickingSource.of(2, 1);
    SlowAnalyzer analyzer = SlowAnalyzer.taking(0);
    IllegalStateException fault = new IllegalStateException("broken end");
    ResultSink broken =
        new ResultSink() {
          @Override
          public void accept(String name, Frame frame, FrameResult result) {}

          @Override
          public void event(String name, SourceEvent event) {
            if (event instanceof SourceEvent.Ended) {
              throw fault;
            }
          }

          @Override
          public void close() {}
        };

    LiveRun run =
        new LiveRun(source, analyzer, new SinkGroup(List.of(broken, sink)), stats, Long.MAX_VALUE);
    run.run();

    assertThat(run.failures()).containsExactly(fault);
    assertThat(sink.closes()).isEqualTo(1);
    assertThat(analyzer.isClosed()).isTrue();
  }

  private LiveRun run(FrameSource source, FrameAnalyzer analyzer, long maxFrames) {
    return new LiveRun(source, analyzer, new SinkGroup(List.of(sink)), stats, maxFrames);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
