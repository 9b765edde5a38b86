package ferlive.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Follows the resident memory of a run, once a second, and fits a line through it.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
final class MemoryMeter {
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double NANOS_A_MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final DoubleSupplier resident;
  private long firstNanos;
  private long lastNanos;
  private double first;
  private double heapStart;
  private double last;
  private double most;
  private int samples;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumXy;

  /**
   * @param resident gives the memory in MiB
   */
  MemoryMeter(DoubleSupplier resident) {
    this.resident = resident;
  }

  /** Looks at the memory when a second has passed since it last did. */
  void tick(long nanos) {
    if (samples == 0 || nanos - lastNanos >= PERIOD_NANOS) {
      sample(nanos);
    }
  }

  /** Looks at the memory. */
  void sample(long nanos) {
    last = resident.getAsDouble();
    lastNanos = nanos;
    if (samples == 0) {
      first = last;
      heapStart = touchedHeap();
      firstNanos = nanos;
    }
    most = Math.max(most, last);
    double minutes = (nanos - firstNanos) / NANOS_A_MINUTE;
    samples++;
    sumX += minutes;
    sumY += last;
    sumXx += minutes * minutes;
    sumXy += minutes * last;
  }

  /** What it saw, after at least one sample. */
  MemoryUse use() {
    double heapEnd = touchedHeap();
    return new MemoryUse(
        Thousandths.of(first),
        Thousandths.of(last),
        Thousandths.of(most),
        Thousandths.of(slope()),
        Thousandths.of(heapStart),
        Thousandths.of(heapEnd),
        Thousandths.of(first - heapStart),
        Thousandths.of(last - heapEnd));
  }

  private double slope() {
    double spread = samples * sumXx - sumX * sumX;
    return spread > 0 ? (samples * sumXy - sumX * sumY) / spread : 0;
  }

  /** The pools at their fullest: what of the heap was ever written to, and so is resident. */
  private static double touchedHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes / 1048576.0;
  }
}
