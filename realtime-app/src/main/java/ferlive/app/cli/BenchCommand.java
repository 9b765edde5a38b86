package ferlive.app.cli;

import ferlive.app.bench.BenchJson;
import ferlive.app.bench.BenchReport;
import ferlive.app.bench.Benchmark;
import ferlive.app.bench.FrameSize;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.Overlay;
import ferlive.app.sink.PipeClosedException;
import ferlive.app.source.DemoSource;
import ferlive.app.source.Sources;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures frames per second, and the time of every stage. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = "Measure frames per second and the time of every stage on this machine.",
    footer = {
      "",
      "What ends is looped. Reading, scaling and drawing count; the first 3 s do not.",
      "",
      "Examples:",
      "  ferlive bench",
      "  ferlive bench --source clip.mp4 --size 640x480 --frames 500 --json bench.json"
    })
final class BenchCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Console console;
  private final StopSignal stop;
  private final Function<AnalyzerConfig, OpenAnalyzer> opener;
  private final Set<String> told = new HashSet<>();

  @Option(
      names = "--source",
      paramLabel = "demo|CLIP|FOLDER",
      description = "What to measure with (default: ${DEFAULT-VALUE}).",
      defaultValue = DemoSource.NAME)
  private String source;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames to measure (default: ${DEFAULT-VALUE}).",
      defaultValue = "300")
  private long frames;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Scale each frame to this size (default: as it is).")
  private String size;

  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description = "Write the figures as JSON; - is standard output.")
  private String json;

  @Mixin private CommonOptions common = new CommonOptions();

  BenchCommand(Console console, StopSignal stop, Function<AnalyzerConfig, OpenAnalyzer> opener) {
    this.console = console;
    this.stop = stop;
    this.opener = opener;
  }

  @Override
  public Integer call() {
    if (frames < 1) {
      throw new AppException(ExitCode.USAGE, "--frames is " + frames + ", expected 1 or more");
    }
    Sources.check(source);
    Optional<FrameSize> scaled = Optional.ofNullable(size).map(BenchCommand::parse);
    OpenAnalyzer opened = opener.apply(common.analyzer(false));
    try (FrameAnalyzer analyzer = opened.analyzer();
        Benchmark benchmark =
            new Benchmark(
                () -> Sources.open(source, this::tellOnce),
                scaled,
                analyzer,
                new Overlay(opened.labels()),
                stop::requested)) {
      if (json != null) {
        LineOutput.checkWritable(json);
      }
      if (!common.quiet()) {
        opened.info().notices().forEach(console::message);
        console.message("warming up for 3 s, then measuring " + frames + " frames");
      }
      benchmark.run(frames, opened.info()).ifPresent(this::write);
    } catch (PipeClosedException e) {
      // The reader has what it wanted.
    }
    return ExitCode.OK.code();
  }

  /** What is looped is opened often, but told of once. */
  private void tellOnce(String notice) {
    if (told.add(notice)) {
      console.message(notice);
    }
  }

  /** Only now, so that a run that ends early leaves the figures of an earlier one. */
  private void write(BenchReport report) {
    if (json != null) {
      try (LineOutput output = LineOutput.open(json, console.out())) {
        output.line(BenchJson.write(report));
      }
    }
    if (!STANDARD_OUTPUT.equals(json)) {
      LineOutput.to(console.out()).line(report.text());
    }
  }

  private static FrameSize parse(String size) {
    try {
      return FrameSize.parse(size);
    } catch (IllegalArgumentException e) {
      throw new AppException(ExitCode.USAGE, "--size: " + e.getMessage(), e);
    }
  }
}
