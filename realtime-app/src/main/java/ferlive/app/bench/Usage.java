package ferlive.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the process has used up to a moment.
 *
 * @param wallNanos {@link System#nanoTime()}
 * @param cpuNanos of all its threads, those of native code too
 */
record Usage(long wallNanos, long cpuNanos) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Usage now() {
    return new Usage(System.nanoTime(), SYSTEM.getProcessCpuTime());
  }

  Usage since(Usage start) {
    return new Usage(wallNanos - start.wallNanos, cpuNanos - start.cpuNanos);
  }

  double seconds() {
    return wallNanos / 1e9;
  }

  double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
