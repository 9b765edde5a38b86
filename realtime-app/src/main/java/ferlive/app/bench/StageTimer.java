package ferlive.app.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * Collects how long each stage takes, to three digits. Recording allocates nothing.
 *
 * <p><b>Threading</b>: thread-safe; the stages run on threads of their own.
 */
final class StageTimer {
  private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Map<Stage, Histogram> histograms = new EnumMap<>(Stage.class);

  StageTimer() {
    for (Stage stage : Stage.values()) {
      histograms.put(stage, new SynchronizedHistogram(MAX_NANOS, 3));
    }
  }

  void record(Stage stage, long nanos) {
    histograms.get(stage).recordValue(Math.min(nanos, MAX_NANOS));
  }

  /** Forgets what it has collected. */
  void reset() {
    histograms.values().forEach(Histogram::reset);
  }

  Map<Stage, Latency> latencies() {
    Map<Stage, Latency> latencies = new EnumMap<>(Stage.class);
    histograms.forEach((stage, histogram) -> latencies.put(stage, Latency.of(histogram)));
    return latencies;
  }
}
