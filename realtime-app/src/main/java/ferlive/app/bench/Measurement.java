package ferlive.app.bench;

import ferlive.app.draw.Annotator;
import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.result.StageTimes;
import ferlive.app.sink.ResultSink;
import ferlive.app.view.View;
import java.util.function.LongSupplier;

/**
 * Draws the results of a run and takes the figures, from the end of the warm-up until enough has
 * been seen.
 *
 * <p><b>Threading</b>: as {@link ResultSink}; {@link #done()} from any thread, the figures after
 * the run.
 */
final class Measurement implements ResultSink {
  /** A slow machine has seen too little of the per-frame code before these. */
  private static final int WARM_UP_FRAMES = 60;

  private final BenchPlan plan;
  private final Annotator annotator;
  private final StageTimer timer;
  private final LongSupplier drops;
  private final MemoryMeter memory = new MemoryMeter(ResidentMemory::megabytes);
  private long runStart;
  private long warmUpFrames;
  private Usage start;
  private Usage used;
  private long frames;
  private long faces;
  private long dropped;
  private String size = "";
  private volatile boolean done;

  /**
   * @param timer takes the times; emptied when the warm-up ends
   * @param drops frames that the run has dropped so far
   */
  Measurement(BenchPlan plan, Annotator annotator, StageTimer timer, LongSupplier drops) {
    this.plan = plan;
    this.annotator = annotator;
    this.timer = timer;
    this.drops = drops;
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    long labelled = System.nanoTime();
    annotator.annotate(frame.image(), result.faces(), View.initial(), false);
    long drawn = System.nanoTime();
    if (done) {
      return;
    }
    if (start == null) {
      warmUp(drawn);
      return;
    }
    StageTimes times = result.times();
    timer.record(Stage.DETECT, times.detectNanos());
    timer.record(Stage.TRACK, times.trackNanos());
    timer.record(Stage.CROP, times.cropNanos());
    timer.record(Stage.INFER, times.inferNanos());
    timer.record(Stage.DRAW, drawn - labelled);
    timer.record(Stage.LABEL, labelled - frame.capturedAtNanos());
    timer.record(Stage.TOTAL, drawn - frame.capturedAtNanos());
    frames++;
    faces += result.faces().size();
    size = result.width() + "x" + result.height();
    memory.tick(drawn);
    if (frames >= plan.frames() || drawn - start.wallNanos() >= plan.length().toNanos()) {
      end();
    }
  }

  private void warmUp(long now) {
    if (warmUpFrames == 0) {
      runStart = now;
    }
    warmUpFrames++;
    if (warmUpFrames >= WARM_UP_FRAMES && now - runStart >= plan.warmUp().toNanos()) {
      memory.sample(now);
      dropped = drops.getAsLong();
      timer.reset();
      start = Usage.now();
    }
  }

  private void end() {
    used = Usage.now().since(start);
    dropped = drops.getAsLong() - dropped;
    memory.sample(System.nanoTime());
    done = true;
  }

  /** Whether enough has been seen. */
  boolean done() {
    return done;
  }

  long frames() {
    return frames;
  }

  long warmUpFrames() {
    return warmUpFrames;
  }

  /** Faces with a label in all measured frames. */
  long faces() {
    return faces;
  }

  long dropped() {
    return dropped;
  }

  /** What the measured frames took. */
  Usage used() {
    return used;
  }

  MemoryUse memory() {
    return memory.use();
  }

  /** Size of the frames, as {@code 640x480}. */
  String size() {
    return size;
  }

  @Override
  public void close() {}
}
