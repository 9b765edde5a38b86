package ferlive.app.pipeline;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.SinkGroup;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.FrameSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  private static final long JOIN_MILLIS = 3_000;

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
    end(capture, analysis);
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
    int failuresInARow = 0;
    try {
      for (long done = 0; done < maxFrames && !sinks.isEmpty(); ) {
        Optional<Frame> taken = mailbox.take();
        if (taken.isEmpty()) {
          break;
        }
        try (Frame frame = taken.get()) {
          if (analyse(frame, failuresInARow)) {
            done++;
            failuresInARow = 0;
          } else {
            failuresInARow++;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.countDown();
  }

  /** One frame's way to the sinks; false when it failed, which is no reason yet to give up. */
  private boolean analyse(Frame frame, int failuresBefore) {
    FrameResult result;
    try {
      result = analyzer.analyze(frame);
    } catch (RuntimeException e) {
      stats.failed();
      if (e instanceof AppException || failuresBefore + 1 >= MAX_FAILURES_IN_A_ROW) {
        throw e;
      }
      LOG.debug("frame {} was not analysed", frame.sequence(), e);
      return false;
    }
    stats.analysed(frame.capturedAtNanos());
    sinks.accept(name, frame, result);
    return true;
  }

  /** Source first, then the analysis, then the outputs, as the data flows. */
  private void end(Thread capture, Thread analysis) {
    capture.interrupt();
    stats.dropped(mailbox.abort());
    if (ends(capture)) {
      close(source);
    } else {
      fail(new AppException(ExitCode.SOURCE, "the source " + name + " hangs and cannot be closed"));
    }
    if (ends(analysis)) {
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

  private static boolean ends(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(JOIN_MILLIS);
    boolean interrupted = false;
    while (thread.isAlive() && System.nanoTime() < deadline) {
      try {
        thread.join(100);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
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
