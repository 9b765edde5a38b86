package ferlive.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import ferlive.app.bench.BenchJson;
import ferlive.app.bench.BenchPlan;
import ferlive.app.bench.BenchReport;
import ferlive.app.bench.BenchText;
import ferlive.app.bench.Benchmark;
import ferlive.app.bench.Comparison;
import ferlive.app.bench.CoreGain;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.PipeClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      "  ferlive bench --source clip.mp4 --size 640x480 --frames 500 --json bench.json",
      "  ferlive bench --faces 10 --cores both",
      "  ferlive bench --source clip.mp4 --fps 30 --cores one",
      "  ferlive bench --source clip.mp4 --seconds 600",
      "  ferlive bench --compare before.json after.json"
    })
final class BenchCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Console console;
  private final StopSignal stop;
  private final Function<AnalyzerConfig, OpenAnalyzer> opener;
  private final Function<List<String>, OneCoreProcess.Result> oneCore;
  private final Duration warmUp;

  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--cores",
      paramLabel = "one|all|both",
      description =
          "What of the processor to use: one core, all that there are, or one after the other to"
              + " compare; Linux (default: ${DEFAULT-VALUE}).",
      defaultValue = "all")
  private Cores cores;

  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description = "Write the figures as JSON; - is standard output.")
  private String json;

  @Option(
      names = "--compare",
      paramLabel = "A.json B.json",
      arity = "2",
      description = "Measure nothing, and show two such files side by side.")
  private List<String> compared;

  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * @param oneCore runs a command line of this program on one core
   * @param warmUp that is left out of the figures
   */
  BenchCommand(
      Console console,
      StopSignal stop,
      Function<AnalyzerConfig, OpenAnalyzer> opener,
      Function<List<String>, OneCoreProcess.Result> oneCore,
      Duration warmUp) {
    this.console = console;
    this.stop = stop;
    this.opener = opener;
    this.oneCore = oneCore;
    this.warmUp = warmUp;
  }

  @Override
  public Integer call() {
    try {
      return compared != null ? compare() : measure();
    } catch (PipeClosedException e) {
      // The reader has what it wanted.
      return ExitCode.OK.code();
    }
  }

  private int compare() {
    String a = compared.get(0);
    String b = compared.get(1);
    print(Comparison.of(a, BenchJson.read(a), b, BenchJson.read(b)));
    return ExitCode.OK.code();
  }

  private int measure() {
    BenchPlan plan = options.plan(warmUp);
    if (json != null) {
      OutputNames.check(List.of(json), options.inputs());
      LineOutput.checkWritable(json);
    }
    return switch (cores) {
      case ONE -> measureOnOneCore();
      case ALL -> {
        run(plan).ifPresent(report -> write(BenchJson.tree(report), BenchText.of(report)));
        yield ExitCode.OK.code();
      }
      case BOTH -> measureBoth(plan);
    };
  }

  private int measureOnOneCore() {
    OneCoreProcess.Result result = oneCore.apply(argumentsOnOneCore());
    if (!result.output().isEmpty()) {
      print(result.output().stripTrailing());
    }
    return result.exitCode();
  }

  private int measureBoth(BenchPlan plan) {
    List<String> arguments = argumentsOnOneCore("--json");
    arguments.addAll(List.of("--json", STANDARD_OUTPUT));
    OneCoreProcess.Result result = oneCore.apply(arguments);
    if (result.exitCode() == ExitCode.OK.code()) {
      JsonNode one = BenchJson.parse(result.output());
      run(plan).ifPresent(all -> write(CoreGain.tree(one, all), CoreGain.text(one, all)));
    }
    return result.exitCode();
  }

  /**
   * The command line as the user gave it, without some options and their values. It says what of
   * the processor to use, lest a settings file says "one" again there.
   */
  private List<String> argumentsOnOneCore(String... names) {
    List<String> kept = new ArrayList<>();
    List<String> left = new ArrayList<>(List.of(names));
    left.add("--cores");
    Iterator<String> all = spec.commandLine().getParseResult().originalArgs().iterator();
    while (all.hasNext()) {
      String argument = all.next();
      String name = argument.split("=", 2)[0];
      if (!left.contains(name)) {
        kept.add(argument);
      } else if (name.equals(argument)) {
        all.next();
      }
    }
    kept.addAll(List.of("--cores", "all"));
    return kept;
  }

  private Optional<BenchReport> run(BenchPlan plan) {
    OpenAnalyzer opened = opener.apply(common.analyzer(false));
    try (FrameAnalyzer analyzer = opened.analyzer()) {
      if (!common.quiet()) {
        opened.info().notices().forEach(console::message);
        console.message(
            "warming up for %d s, then measuring %s"
                .formatted(warmUp.toSeconds(), options.length()));
      }
      return new Benchmark(
              options.opener(console::message), plan, analyzer, opened.labels(), stop::requested)
          .run(opened.info());
    }
  }

  /** Only now, so that a run that ends early leaves the figures of an earlier one. */
  private void write(JsonNode report, String text) {
    if (json != null) {
      LineOutput.writeWhole(json, BenchJson.text(report), console.out());
    }
    if (!STANDARD_OUTPUT.equals(json)) {
      print(text);
    }
  }

  private void print(String text) {
    LineOutput.to(console.out()).line(text);
  }
}
