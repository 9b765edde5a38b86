package ferlive.app.bench;

import org.HdrHistogram.Histogram;

/** How long a stage took: percentiles over all measured frames, in milliseconds. */
record Latency(double p50, double p95, double p99, double max) {
  static Latency of(Histogram nanos) {
    return new Latency(
        millis(nanos.getValueAtPercentile(50)),
        millis(nanos.getValueAtPercentile(95)),
        millis(nanos.getValueAtPercentile(99)),
        millis(nanos.getMaxValue()));
  }

  private static double millis(long nanos) {
    return Thousandths.of(nanos / 1e6);
  }
}
