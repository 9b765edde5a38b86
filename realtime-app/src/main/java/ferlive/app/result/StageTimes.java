package ferlive.app.result;

/** Nanoseconds that each stage of the analysis took for one frame. */
public record StageTimes(long detectNanos, long trackNanos, long cropNanos, long inferNanos) {}
