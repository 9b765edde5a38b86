package ferlive.app.cli;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * One line on the terminal that tells how far the analysis is, written over again and again and
 * wiped at the end. <b>Threading</b>: confined to one thread.
 */
final class ProgressSink implements ResultSink {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream terminal;
  private final int inputs;
  private int input;
  private long frames;
  private long total;
  private long startNanos;
  private long shownNanos;

  /**
   * @param inputs how many sources there are
   */
  ProgressSink(PrintStream terminal, int inputs) {
    this.terminal = terminal;
    this.inputs = inputs;
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started) {
      frames = 0;
      total = started.info().frames();
      startNanos = System.nanoTime();
    } else if (event instanceof SourceEvent.Ended) {
      input++;
    }
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    frames++;
    long now = System.nanoTime();
    if (now - shownNanos < INTERVAL_NANOS) {
      return;
    }
    shownNanos = now;
    String place = inputs > 1 ? "[" + (input + 1) + "/" + inputs + "] " : "";
    String count = total > 1 ? frames + "/" + total : Long.toString(frames);
    double seconds = Math.max(1e-3, (now - startNanos) / 1e9);
    terminal.printf(
        "%s%s%s: frame %s, %.0f frames/s", WIPE, place, source, count, frames / seconds);
    terminal.flush();
  }

  @Override
  public void close() {
    terminal.print(WIPE);
    terminal.flush();
  }
}
