package ferlive.app.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one measurement.
 *
 * @param fps frames per second: measured frames over the sum of their total times
 * @param facesPerSecond faces with a label per second of the same time
 * @param frames that were measured, warm-up apart
 * @param stages how long each took, in milliseconds
 * @param machine what it ran on
 * @param settings what it ran with
 */
public record BenchReport(
    double fps,
    double facesPerSecond,
    long frames,
    Map<Stage, Latency> stages,
    MachineFacts machine,
    BenchSettings settings) {
  public BenchReport {
    stages = new EnumMap<>(stages);
  }

  /** A table for people, without a line end after it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "%.1f frames/s, %.1f faces/s over %d frames", fps, facesPerSecond, frames);
    line(
        text,
        "%s at %s, %d frames of warm-up left out",
        settings.source(),
        settings.size(),
        settings.warmUpFrames());
    line(
        text,
        "model %s, detector %s, %s, %d thread(s)",
        settings.model(),
        settings.detector(),
        settings.device(),
        settings.threads());
    line(
        text,
        "%s, %d core(s), %s, %s",
        machine.cpu(),
        machine.cores(),
        machine.os(),
        machine.java());
    line(text, "");
    line(text, "%-8s %9s %9s %9s %9s", "ms", "p50", "p95", "p99", "max");
    stages.forEach(
        (stage, t) ->
            line(
                text,
                "%-8s %9.2f %9.2f %9.2f %9.2f",
                stage.key(),
                t.p50(),
                t.p95(),
                t.p99(),
                t.max()));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
