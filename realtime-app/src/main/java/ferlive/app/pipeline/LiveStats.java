package ferlive.app.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Counts what becomes of the frames of a live run and how long they take.
 *
 * <p>Every captured frame ends as exactly one of analysed, dropped or failed. <b>Threading</b>:
 * thread-safe.
 */
public final class LiveStats {
  private static final long MAX_DELAY_MICROS = TimeUnit.MINUTES.toMicros(10);

  private final LongSupplier nanoTime;
  private final RateMeter captureRate = new RateMeter();
  private final RateMeter analysisRate = new RateMeter();
  private final Histogram delays = new Histogram(MAX_DELAY_MICROS, 3);
  private long captured;
  private long analysed;
  private long dropped;
  private long failed;
  private double delayMillis;

  /**
   * The state at one moment.
   *
   * @param captured frames read from the source
   * @param analysed frames with a result
   * @param dropped frames that a newer one replaced, or that waited when the run stopped
   * @param failed frames whose analysis failed
   * @param captureFps frames read per second, over the last two seconds
   * @param analysisFps results per second, over the last two seconds
   * @param delayMillis from the capture of a picture to its label, the latest
   * @param delayP50Millis the median of all such delays
   * @param delayP95Millis 95 of 100 such delays are at most that long
   */
  public record Snapshot(
      long captured,
      long analysed,
      long dropped,
      long failed,
      double captureFps,
      double analysisFps,
      double delayMillis,
      double delayP50Millis,
      double delayP95Millis) {}

  public LiveStats() {
    this(System::nanoTime);
  }

  LiveStats(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized void captured() {
    captured++;
    captureRate.tick(nanoTime.getAsLong());
  }

  synchronized void analysed(long capturedAtNanos) {
    long now = nanoTime.getAsLong();
    analysed++;
    analysisRate.tick(now);
    long micros = Math.max(0, TimeUnit.NANOSECONDS.toMicros(now - capturedAtNanos));
    delays.recordValue(Math.min(micros, MAX_DELAY_MICROS));
    delayMillis = micros / 1e3;
  }

  synchronized void dropped(int frames) {
    dropped += frames;
  }

  synchronized void failed() {
    failed++;
  }

  public synchronized Snapshot snapshot() {
    long now = nanoTime.getAsLong();
    return new Snapshot(
        captured,
        analysed,
        dropped,
        failed,
        captureRate.perSecond(now),
        analysisRate.perSecond(now),
        delayMillis,
        delays.getValueAtPercentile(50) / 1e3,
        delays.getValueAtPercentile(95) / 1e3);
  }
}
