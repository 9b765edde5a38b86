package ferlive.app.cli;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One bar on the terminal that tells how much of all inputs is analysed, written over again and
 * again and wiped at the end. <b>Threading</b>: confined to one thread.
 */
final class ProgressSink implements ResultSink {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String WIPE = "\r\u001b[K";
  private static final int WIDTH = 20;
  private static final int LONGEST_NAME = 24;

  /** An estimate from less would jump about. */
  private static final double LEAST_SHARE = 0.02;

  private final PrintStream terminal;
  private final int inputs;
  private final LongSupplier nanoTime;
  private final long startNanos;
  private int input;
  private long inputFrames;
  private long inputTotal;
  private long frames;
  private long shownNanos;

  /**
   * @param inputs how many sources there are
   * @param nanoTime usually {@link System#nanoTime}
   */
  ProgressSink(PrintStream terminal, int inputs, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.inputs = inputs;
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
    this.shownNanos = startNanos - INTERVAL_NANOS;
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started) {
      inputFrames = 0;
      inputTotal = started.info().frames();
    } else if (event instanceof SourceEvent.Ended) {
      input++;
      inputFrames = 0;
    }
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    inputFrames++;
    frames++;
    long now = nanoTime.getAsLong();
    if (now - shownNanos < INTERVAL_NANOS) {
      return;
    }
    shownNanos = now;
    double seconds = Math.max(1e-3, (now - startNanos) / 1e9);
    terminal.printf(
        Locale.ROOT,
        "%s%s%s %.0f frames/s  %s",
        WIPE,
        bar(share()),
        inputs > 1 ? " " + Math.min(input + 1, inputs) + "/" + inputs : "",
        frames / seconds,
        left(share(), seconds) + shortened(source));
    terminal.flush();
  }

  /** Of all inputs; one whose length is not known counts when it is over. */
  private double share() {
    double part = inputTotal > 0 ? Math.min(1, (double) inputFrames / inputTotal) : 0;
    return Math.min(1, (input + part) / inputs);
  }

  private static String bar(double share) {
    int full = (int) (share * WIDTH);
    return String.format(
        Locale.ROOT, "[%s%s] %3.0f%%", "#".repeat(full), ".".repeat(WIDTH - full), share * 100);
  }

  private static String left(double share, double seconds) {
    return share < LEAST_SHARE
        ? ""
        : String.format(Locale.ROOT, "%.0f s left  ", seconds * (1 - share) / share);
  }

  /** A line that wraps cannot be written over. */
  private static String shortened(String source) {
    return source.length() <= LONGEST_NAME
        ? source
        : "…" + source.substring(source.length() - LONGEST_NAME + 1);
  }

  @Override
  public void close() {
    terminal.print(WIPE);
    terminal.flush();
  }
}
