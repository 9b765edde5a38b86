package ferlive.app.pipeline;

import ferlive.app.error.AppException;
import ferlive.app.sink.ResultSink;
import ferlive.app.source.Sources;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Analyses pictures side by side, and tells of them in the order in which they were named.
 *
 * <p><b>Threading</b>: used by one thread, which the sink is called by; each worker is a thread
 * with an analyzer of its own. <b>Memory</b>: two pictures more than there are workers.
 * <b>Ownership</b>: borrows sink and first analyzer, owns the others.
 */
final class PictureWorkers implements AutoCloseable {
  private final int count;
  private final Supplier<FrameAnalyzer> opener;
  private final Queue<FrameAnalyzer> free = new ConcurrentLinkedQueue<>();
  private final List<FrameAnalyzer> opened = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads;
  private volatile boolean stopped;

  /** What became of one picture. */
  private record Done(RecordedRun recorded, List<AppException> faults) {}

  /**
   * @param first analyzer for one of the workers
   * @param opener opens one for each other worker, when it is needed
   * @param count of the workers
   */
  PictureWorkers(FrameAnalyzer first, Supplier<FrameAnalyzer> opener, int count) {
    this.count = count;
    this.opener = opener;
    this.free.add(first);
    this.threads = Executors.newFixedThreadPool(count);
  }

  /**
   * Analyses pictures. To be called once.
   *
   * @param stopRequested asked after each picture; once true, the rest is left out
   * @param faults is told of the faults of pictures, in order
   */
  void analyze(
      List<String> pictures,
      ResultSink sink,
      BooleanSupplier stopRequested,
      Consumer<AppException> faults) {
    Deque<Future<Done>> ahead = new ArrayDeque<>();
    Iterator<String> rest = pictures.iterator();
    try {
      while (!stopped && (rest.hasNext() || !ahead.isEmpty())) {
        while (rest.hasNext() && ahead.size() <= count) {
          String picture = rest.next();
          ahead.add(threads.submit(() -> work(picture)));
        }
        Done done = await(ahead.remove());
        try (RecordedRun recorded = done.recorded) {
          recorded.tell(sink);
        }
        done.faults.forEach(faults);
        stopped = stopRequested.getAsBoolean();
      }
    } finally {
      end();
      ahead.stream().filter(Future::isDone).forEach(PictureWorkers::discard);
    }
  }

  private Done work(String picture) {
    FrameAnalyzer analyzer = free.poll();
    if (analyzer == null) {
      analyzer = opener.get();
      opened.add(analyzer);
    }
    RecordedRun recorded = new RecordedRun();
    try {
      FileRun run = new FileRun(analyzer, recorded, () -> stopped);
      run.analyze(picture, Sources::open);
      return new Done(recorded, run.faults());
    } catch (RuntimeException | Error e) {
      recorded.close();
      throw e;
    } finally {
      free.add(analyzer);
    }
  }

  private static Done await(Future<Done> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pictures were analysed", e);
    }
  }

  private static void discard(Future<Done> future) {
    try {
      future.get().recorded.close();
    } catch (ExecutionException | InterruptedException e) {
      // Nobody asks any more what became of it.
      return;
    }
  }

  /** Waits for what is in work: it uses native memory of the analyzers. */
  private void end() {
    stopped = true;
    threads.shutdown();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the work and frees the analyzers that were opened here. */
  @Override
  public void close() {
    end();
    opened.forEach(FrameAnalyzer::close);
    opened.clear();
  }
}
