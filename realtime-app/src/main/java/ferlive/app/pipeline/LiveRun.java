package ferlive.app.pipeline;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.SinkGroup;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.FrameSource;
import ferlive.app.thread.ThreadEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Analyses a stream as it comes: one frame in flight, one waiting, the newest wins.
 *
 * <p>Two threads work: "capture" reads the source and never waits for anyone else, "analysis" owns
 * the analyzer and the sinks. <b>Threading</b>: {@link #run()} is called once; {@link #stop()} from
 * any thread. <b>Ownership</b>: owns source, analyzer and sinks from the constructor on and closes
 * them when the run ends. What hangs in native code is left open: freeing its memory under the call
 * would bring the process down.
 */
public final class LiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

  /** A single frame may fail; so many in a row mean that none will do. */
  private static final int MAX_FAILURES_IN_A_ROW = 10;

  private static final Duration JOIN = Duration.ofSeconds(3);

  /** All of the end together, whatever hangs: the window system, a disk, a driver. */
  private static final Duration END = Duration.ofSeconds(7);

  private final FrameSource source;
  private final FrameAnalyzer analyzer;
  private final SinkGroup sinks;
  private final LiveStats stats;
  private final long maxFrames;
  private final String name;
  private final LatestFrame mailbox = new LatestFrame();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;
  private int failuresInARow;
  private boolean troubled;

  /**
   * @param stats counts the frames; may be read at any time
   * @param maxFrames ends the run after so many analysed frames
   */
  public LiveRun(
      FrameSource source,
      FrameAnalyzer analyzer,
      SinkGroup sinks,
      LiveStats stats,
      long maxFrames) {
    this.source = source;
    this.analyzer = analyzer;
    this.sinks = sinks;
    this.stats = stats;
    this.maxFrames = maxFrames;
    this.name = source.info().name();
    source.listen(mailbox::put);
  }

  /**
   * Runs until the source ends, the frames are done, no sink is left, {@link #stop()} is called or
   * the calling thread is interrupted. Takes at most some seconds to end, whatever the source does.
   * What went wrong is left for {@link #failures()} and {@link SinkGroup#faults()}.
   */
  public void run() {
    Thread capture = start("capture", this::capture);
    Thread analysis = start("analysis", this::analyse);
    boolean interrupted = false;
    try {
      ended.await();
    } catch (InterruptedException e) {
      stop();
      interrupted = true;
    }
    if (!ThreadEnd.comes(start("end", () -> end(capture, analysis)), END)) {
      fail(new AppException(ExitCode.INTERNAL, "the run did not end in time"));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What ended the run, and what failed while it ended, in order: a fault of the source or the
   * analysis, SOURCE when the source cannot be stopped, and what is no fault for the user.
   */
  public List<RuntimeException> failures() {
    return List.copyOf(failures);
  }

  /** Ends the run soon, without an error. Does not wait. */
  public void stop() {
    stopped = true;
    ended.countDown();
  }

  private Thread start(String role, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                fail(e instanceof RuntimeException known ? known : new IllegalStateException(e));
              }
            },
            role);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void fail(RuntimeException e) {
    failures.add(e);
    ended.countDown();
  }

  private void capture() {
    while (ended.getCount() > 0) {
      Optional<Frame> frame = source.next();
      if (frame.isEmpty()) {
        break;
      }
      stats.captured();
      stats.dropped(mailbox.put(frame.get()));
    }
    mailbox.end();
  }

  private void analyse() {
    sinks.event(name, new SourceEvent.Started(source.info()));
    analyzer.reset(source.info().kind());
    OutageNews news = new OutageNews(System::nanoTime);
    try {
      for (long done = 0; done < maxFrames && !sinks.isEmpty(); ) {
        Optional<Arrival> taken = mailbox.take();
        if (taken.isEmpty()) {
          break;
        }
        if (taken.get() instanceof Arrival.Picture picture) {
          done += analyse(picture.frame()) ? 1 : 0;
        } else if (taken.get() instanceof Arrival.Change change) {
          tell(news.of(change.state()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.countDown();
  }

  private void tell(List<SourceEvent> news) {
    for (SourceEvent event : news) {
      if (event instanceof SourceEvent.Back) {
        // Who was there before is not there any more, as far as anyone knows.
        analyzer.reset(source.info().kind());
      } else if (event instanceof SourceEvent.Started other) {
        analyzer.reset(other.info().kind());
      }
      sinks.event(name, event);
    }
  }

  /** One frame's way to the sinks; false when it failed, which is no reason yet to give up. */
  private boolean analyse(Frame taken) {
    try (Frame frame = taken) {
      Optional<FrameResult> result = result(frame);
      result.ifPresent(found -> sinks.accept(name, frame, found));
      tellTrouble();
      return result.isPresent();
    }
  }

  private void tellTrouble() {
    Optional<String> trouble = analyzer.trouble();
    if (trouble.isPresent() && !troubled) {
      troubled = true;
      sinks.event(name, new SourceEvent.Troubled(trouble.get()));
    }
  }

  private Optional<FrameResult> result(Frame frame) {
    try {
      FrameResult result = analyzer.analyze(frame);
      stats.analysed(frame.capturedAtNanos());
      failuresInARow = 0;
      return Optional.of(result);
    } catch (RuntimeException e) {
      stats.failed();
      failuresInARow++;
      if (e instanceof AppException || failuresInARow >= MAX_FAILURES_IN_A_ROW) {
        throw e;
      }
      LOG.debug("frame {} was not analysed", frame.sequence(), e);
      return Optional.empty();
    }
  }

  /** Source first, then the analysis, then the outputs, as the data flows. */
  private void end(Thread capture, Thread analysis) {
    capture.interrupt();
    stats.dropped(mailbox.abort());
    if (ThreadEnd.comes(capture, JOIN)) {
      close(source);
    } else {
      fail(new AppException(ExitCode.SOURCE, "the source " + name + " hangs and cannot be closed"));
    }
    if (ThreadEnd.comes(analysis, JOIN)) {
      close(this::tellTheEnd);
      close(sinks);
      close(analyzer);
    } else {
      fail(new AppException(ExitCode.INTERNAL, "the analysis of a frame hangs"));
    }
  }

  private void tellTheEnd() {
    if (!failures.isEmpty() && failures.get(0) instanceof AppException fault) {
      sinks.event(name, new SourceEvent.Failed(fault));
    }
    if (!stopped) {
      sinks.event(name, new SourceEvent.Ended(stats.snapshot().analysed()));
    }
  }

  private void close(AutoCloseable thing) {
    try {
      thing.close();
    } catch (RuntimeException e) {
      fail(e);
    } catch (Exception e) {
      fail(new IllegalStateException(e));
    }
  }
}
