package ferlive.app.pipeline;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.source.SourceKind;
import java.util.List;

/**
 * When the whole frame is searched for new faces.
 *
 * <p>Ten times a second while no face is known or one is lost, and at once when one gets lost;
 * three times a second while something moves beside the known people; once a second while nothing
 * does. In a live stream never so often that searching takes more than a tenth of the time, so that
 * a slow machine still follows what it knows; a recording waits instead, and gives the same on
 * every machine.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: the caller closes it.
 */
final class ScanSchedule implements AutoCloseable {
  /** Frames come a little early or late by a clock of milliseconds. */
  static final double CLOCK_ERROR = 0.005;

  private static final double SEARCH_PERIOD = 0.1;
  private static final double MOVING_PERIOD = 0.33;
  private static final double STILL_PERIOD = 1;

  /** Times that a scan must have taken before the next one is due in a live stream. */
  private static final double LIVE_SHARE = 10;

  private final int every;
  private final SceneChange change = new SceneChange();
  private boolean live;
  private long frames;
  private double lastTime;
  private long startNanos;
  private double costSeconds;

  /**
   * @param every frames from one scan to the next, whatever happens; 0 to adapt as described
   */
  ScanSchedule(int every) {
    this.every = every;
  }

  /** Begins a new stream: its first frame is scanned. */
  void reset(SourceKind kind) {
    live = kind == SourceKind.LIVE;
    frames = 0;
    lastTime = Double.NEGATIVE_INFINITY;
    costSeconds = 0;
  }

  /**
   * Whether the frame is to be scanned; asked once for every frame.
   *
   * @param known boxes of the known faces
   * @param searching whether no face is known or one is lost
   * @param now whether one got lost in this very frame
   */
  boolean isDue(Frame frame, List<Box> known, boolean searching, boolean now) {
    boolean due =
        every > 0
            ? frames % every == 0
            : now
                || frames == 0
                || frame.time() - lastTime >= period(frame, known, searching) - CLOCK_ERROR;
    frames++;
    if (due) {
      lastTime = frame.time();
      change.remember(frame.image());
      startNanos = System.nanoTime();
    }
    return due;
  }

  /** Told after a scan, how long it took. */
  void scanned() {
    costSeconds = (System.nanoTime() - startNanos) / 1e9;
  }

  private double period(Frame frame, List<Box> known, boolean searching) {
    double least = live ? LIVE_SHARE * costSeconds : 0;
    if (searching) {
      return Math.max(least, SEARCH_PERIOD);
    }
    double since = frame.time() - lastTime;
    boolean moving = since >= MOVING_PERIOD - CLOCK_ERROR && change.since(frame.image(), known);
    return Math.max(least, moving ? MOVING_PERIOD : STILL_PERIOD);
  }

  @Override
  public void close() {
    change.close();
  }
}
