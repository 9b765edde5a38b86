package ferlive.app.bench;

import java.util.Locale;

/** A report for people. */
public final class BenchText {
  /** Below it, the growth in a minute says more of chance than of the program. */
  private static final double SECONDS_TO_TELL_GROWTH = 60;

  private final BenchReport report;
  private final StringBuilder text = new StringBuilder();

  private BenchText(BenchReport report) {
    this.report = report;
  }

  /** Without a line end after it. */
  public static String of(BenchReport report) {
    return new BenchText(report).write();
  }

  private String write() {
    figures();
    line("");
    stages();
    line("");
    memory();
    settings();
    return text.toString().stripTrailing();
  }

  private void figures() {
    line(
        "%.1f frames/s, %.1f faces/s (%.2f a frame), %d frames in %.1f s, %d dropped",
        report.fps(),
        report.facesPerSecond(),
        (double) report.faces() / report.frames(),
        report.frames(),
        report.used().seconds(),
        report.dropped());
    report
        .decodeOnlyFps()
        .ifPresent(
            fps ->
                line(
                    "the source alone gives %.1f frames/s; %.1f %% of that is reached",
                    fps, 100 * report.fps() / fps));
    line(
        "%.1f %% of %d core(s), %.2f ms of CPU time a frame",
        100 * report.cpuShare(), report.machine().cores(), report.cpuMillisPerFrame());
  }

  private void stages() {
    line("%-8s %9s %9s %9s %9s", "ms", "p50", "p95", "p99", "max");
    report
        .stages()
        .forEach(
            (stage, t) ->
                line(
                    "%-8s %9.2f %9.2f %9.2f %9.2f",
                    stage.key(), t.p50(), t.p95(), t.p99(), t.max()));
  }

  private void memory() {
    MemoryUse memory = report.memory();
    line(
        "%.0f MiB resident after warm-up, %.0f at the end (%+.1f %%), %.0f at most",
        memory.residentStart(),
        memory.residentEnd(),
        100 * memory.residentGrowth(),
        memory.residentMost());
    line(
        "of these %.0f, then %.0f in the heap of the JVM and %.0f, then %.0f beside it",
        memory.heapStart(), memory.heapEnd(), memory.offHeapStart(), memory.offHeapEnd());
    if (report.used().seconds() >= SECONDS_TO_TELL_GROWTH) {
      line("resident memory grew by %.2f MiB a minute", memory.residentPerMinute());
    }
  }

  private void settings() {
    BenchSettings settings = report.settings();
    String camera =
        settings.cameraFps() > 0
            ? " as a camera of %.4g frames/s".formatted(settings.cameraFps())
            : "";
    line(
        "%s at %s%s, %d frames of warm-up left out",
        settings.source(), settings.size(), camera, settings.warmUpFrames());
    var analyzer = settings.analyzer();
    line(
        "model %s, detector %s, %s, %d thread(s)",
        analyzer.model(), analyzer.detector(), analyzer.device(), analyzer.threads());
    MachineFacts machine = report.machine();
    line("%s, %d core(s), %s, %s", machine.cpu(), machine.cores(), machine.os(), machine.java());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
