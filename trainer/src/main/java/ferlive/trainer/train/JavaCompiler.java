package ferlive.trainer.train;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Tells when Java has compiled what runs often. On one core that takes the first minute of a
 * training and a tenth of its time; the hours after it are what is to be measured.
 */
final class JavaCompiler {
  /** Share of a stretch of time that may still go into compiling. */
  private static final double QUIET = 0.01;

  private static final int STRETCHES = 16;

  private final long stretchMillis;
  private int stretches;
  private long stretchStart = millis();
  private long compiledBefore = compiledMillis();
  private boolean quiet;

  /**
   * Watches from now on.
   *
   * @param span a quarter of it at a time is looked at, and four of it at most
   */
  JavaCompiler(Duration span) {
    this.stretchMillis = Math.max(1, span.toMillis() / 4);
  }

  /** Whether it compiled during the last stretch, and has not been waited for long enough. */
  boolean isBusy() {
    long passed = millis() - stretchStart;
    if (!quiet && passed >= stretchMillis) {
      long compiled = compiledMillis();
      stretches++;
      quiet = compiled - compiledBefore <= QUIET * passed || stretches >= STRETCHES;
      compiledBefore = compiled;
      stretchStart = millis();
    }
    return !quiet;
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }

  /** 0 where Java does not tell. */
  private static long compiledMillis() {
    CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
    return compilation != null && compilation.isCompilationTimeMonitoringSupported()
        ? compilation.getTotalCompilationTime()
        : 0;
  }
}
