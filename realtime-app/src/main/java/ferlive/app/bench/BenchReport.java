package ferlive.app.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of one measurement.
 *
 * @param frames that were measured, warm-up apart
 * @param faces with a label in them
 * @param dropped frames that a camera gave and nobody had time for
 * @param used time and CPU time of the measured frames
 * @param decodeOnlyFps frames per second of the source when nothing else is done; empty for a
 *     camera, real or played
 * @param stages how long each took, in milliseconds
 */
public record BenchReport(
    long frames,
    long faces,
    long dropped,
    Usage used,
    OptionalDouble decodeOnlyFps,
    Map<Stage, Latency> stages,
    MemoryUse memory,
    MachineFacts machine,
    BenchSettings settings) {
  public BenchReport {
    stages = new EnumMap<>(stages);
  }

  /** Frames per second, from one frame's end to another's. */
  double fps() {
    return frames / used.seconds();
  }

  double facesPerSecond() {
    return faces / used.seconds();
  }

  /** CPU time over what all cores together could have given, 0..1. */
  double cpuShare() {
    return used.cpuSeconds() / used.seconds() / machine.cores();
  }

  /** Of all threads together. */
  double cpuMillisPerFrame() {
    return used.cpuSeconds() * 1e3 / frames;
  }
}
