package ferlive.app.pipeline;

/** Events per second over the last two seconds. Confined to one thread or guarded by its owner. */
final class RateMeter {
  private static final long WINDOW_NANOS = 2_000_000_000L;

  /** Enough for 2 s at 250 events per second; above that the window gets shorter. */
  private final long[] stamps = new long[512];

  private long count;

  void tick(long nanos) {
    stamps[(int) (count % stamps.length)] = nanos;
    count++;
  }

  /** Intervals over their length: n stamps span n-1 intervals. 0 while fewer than two are known. */
  double perSecond(long nowNanos) {
    long newest = count - 1;
    long oldest = newest;
    long floor = Math.max(0, count - stamps.length);
    while (oldest > floor && nowNanos - stamp(oldest - 1) <= WINDOW_NANOS) {
      oldest--;
    }
    if (newest < 0 || oldest == newest || nowNanos - stamp(newest) > WINDOW_NANOS) {
      return 0;
    }
    return (newest - oldest) * 1e9 / (stamp(newest) - stamp(oldest));
  }

  private long stamp(long index) {
    return stamps[(int) (index % stamps.length)];
  }
}
