package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.BatchRun;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.pipeline.Threads;
import ferlive.app.sink.PipeClosedException;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SinkGroup;
import ferlive.app.source.Inputs;
import ferlive.app.source.Sources;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses pictures, folders of pictures, videos and URLs, without a window. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = "Analyse pictures, folders, videos and URLs, every frame, without a window.",
    footer = {
      "",
      "Examples:",
      "  ferlive analyze portrait.jpg holidays/",
      "  ferlive analyze clip.mp4 --jsonl - | head",
      "  ferlive analyze clip.mp4 --csv faces.csv --video annotated.mp4 --summary",
      "  ferlive analyze clip.mp4 --report clip.html",
      "  ferlive analyze clips/*.mp4 --truth truth.csv",
      "  ferlive analyze rtsp://user:password@camera/stream --jsonl faces.jsonl"
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Console console;
  private final StopSignal stop;
  private final Function<AnalyzerConfig, OpenAnalyzer> opener;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "Picture, folder of pictures, video, or http, https or rtsp URL.")
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--no-detect",
      description = "Take each picture as one face, without looking for it.")
  private boolean noDetect;

  @Mixin private OutputOptions outputs = new OutputOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  AnalyzeCommand(Console console, StopSignal stop, Function<AnalyzerConfig, OpenAnalyzer> opener) {
    this.console = console;
    this.stop = stop;
    this.opener = opener;
  }

  @Override
  public Integer call() {
    named.forEach(Sources::check);
    List<RuntimeException> faults = new ArrayList<>();
    List<String> inputs = expand(faults);
    outputs.check(inputs);
    boolean oneVideo =
        inputs.equals(named) && inputs.size() == 1 && !Inputs.isPicture(named.get(0));
    if (outputs.hasVideo() && !oneVideo) {
      throw new AppException(ExitCode.USAGE, "--video needs exactly one video as input");
    }
    AnalyzerConfig config = common.analyzer(noDetect);
    OpenAnalyzer opened = opener.apply(config);
    try (FrameAnalyzer analyzer = opened.analyzer()) {
      if (!common.quiet()) {
        opened.info().notices().forEach(console::message);
        if (console.progress()) {
          console.message(opened.info().summary());
        }
      }
      run(config, opened, inputs, faults);
    } catch (RuntimeException e) {
      faults.add(e);
    }
    faults.forEach(fault -> console.fault(fault, common.verbose()));
    return ExitCodes.of(faults).code();
  }

  /** Adds the faults also when the analysis itself fails and throws. */
  private void run(
      AnalyzerConfig config,
      OpenAnalyzer opened,
      List<String> inputs,
      List<RuntimeException> faults) {
    List<ResultSink> sinks;
    try {
      Map<String, String> facts =
          RunFacts.of(opened, config, LocalDateTime.now(ZoneId.systemDefault()));
      sinks = outputs.open(console, opened.labels(), facts);
    } catch (PipeClosedException e) {
      return;
    } catch (AppException e) {
      faults.addAll(Inputs.missing(inputs));
      faults.add(e);
      return;
    }
    SinkGroup results = new SinkGroup(sinks);
    SinkGroup all = new SinkGroup(withProgress(results, inputs.size()));
    BatchRun run =
        new BatchRun(
            opened.analyzer(),
            () -> opener.apply(config.onOneThread()).analyzer(),
            Threads.of(config.threads()).pictures(),
            all,
            () -> stop.requested() || results.isEmpty());
    try (all) {
      run.analyze(inputs);
    } finally {
      faults.addAll(run.faults());
      faults.addAll(results.faults());
    }
  }

  private List<ResultSink> withProgress(SinkGroup results, int inputs) {
    return console.progress() && !common.quiet()
        ? List.of(results, new ProgressSink(console.err(), inputs, System::nanoTime))
        : List.of(results);
  }

  /** A folder without a picture is a fault, but does not keep the rest from being analysed. */
  private List<String> expand(List<RuntimeException> faults) {
    List<String> inputs = new ArrayList<>();
    for (String input : named) {
      try {
        inputs.addAll(Inputs.expand(input));
      } catch (AppException e) {
        if (e.exitCode() != ExitCode.INPUT) {
          throw e;
        }
        faults.add(e);
      }
    }
    return inputs;
  }
}
