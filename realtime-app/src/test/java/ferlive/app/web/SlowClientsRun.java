package ferlive.app.web;

import ferlive.app.frame.Frame;
import ferlive.app.pipeline.LiveRun;
import ferlive.app.pipeline.LiveStats;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SinkGroup;
import ferlive.app.source.PacedSource;
import ferlive.app.source.Sources;
import ferlive.app.testing.FixedAnalyzer;
import ferlive.app.testing.ProcessState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process with a live run and its browser view: some seconds alone and as many with slow clients.
 * Says the frames a second of each, what the clients made it grow by in megabytes, and how many
 * answers refused and served.
 */
final class SlowClientsRun {
  private static final int WARM_UP_SECONDS = 2;

  private SlowClientsRun() {}

  /** Takes the number of clients and the seconds. */
  public static void main(String[] arguments) throws Exception {
    int clients = Integer.parseInt(arguments[0]);
    long seconds = Long.parseLong(arguments[1]);
    WebSink web = SlowClientsTest.sink();
    Counter counter = new Counter();
    LiveRun run =
        new LiveRun(
            new PacedSource(Sources.open("demo")),
            new FixedAnalyzer(),
            new SinkGroup(List.of(web, counter)),
            new LiveStats(),
            Long.MAX_VALUE);
    Thread live = new Thread(run::run, "live");
    live.start();
    try (SlowClients slow = new SlowClients(web.address())) {
      // One watches all the time, since without any no picture is drawn for the browser.
      slow.keepAsking(1);
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
      double alone = counter.rate(seconds);
      double before = ProcessState.now().megabytes();
      slow.keepAsking(clients);
      double watched = counter.rate(seconds);
      double growth = ProcessState.now().megabytes() - before;
      System.out.printf(
          "%.2f %.2f %.1f %d %d%n", alone, watched, growth, slow.refused(), slow.served());
    }
    run.stop();
    live.join();
  }

  private static final class Counter implements ResultSink {
    private final AtomicLong frames = new AtomicLong();

    @Override
    public void accept(String source, Frame frame, FrameResult result) {
      frames.incrementAndGet();
    }

    double rate(long seconds) throws InterruptedException {
      long start = System.nanoTime();
      long before = frames.get();
      TimeUnit.SECONDS.sleep(seconds);
      return (frames.get() - before) * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {}
  }
}
