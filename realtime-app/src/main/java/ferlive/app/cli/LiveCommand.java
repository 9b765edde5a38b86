package ferlive.app.cli;

import ferlive.app.camera.Cameras;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.files.UserFolders;
import ferlive.app.pipeline.AnalyzerConfig;
import ferlive.app.pipeline.LiveRun;
import ferlive.app.pipeline.LiveStats;
import ferlive.app.sink.ChangeSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.QueuedSink;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SinkGroup;
import ferlive.app.source.DemoSource;
import ferlive.app.source.FrameSource;
import ferlive.app.source.PacedSource;
import ferlive.app.source.SourceKind;
import ferlive.app.source.Sources;
import ferlive.app.source.Supervision;
import ferlive.app.source.SwitchableSource;
import ferlive.app.window.WindowSink;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the expressions in front of a camera as they come, in a window. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = "Name the expressions in front of a camera, in a window.",
    footer = {
      "",
      "In the window, h shows the keys: r records, s takes a snapshot, x blurs faces, q ends.",
      "",
      "Examples:",
      "  ferlive live",
      "  ferlive live --source demo",
      "  ferlive live --source 1 --jsonl faces.jsonl --csv faces.csv --summary",
      "  ferlive live --source Logitech --camera-size 1280x720 --camera-format mjpeg",
      "  ferlive live --record faces.mp4 --blur-faces",
      "  ferlive live --report today.html",
      "  ferlive live --web",
      "  ferlive live --source rtsp://camera/stream --headless --jsonl - | head"
    })
final class LiveCommand implements Callable<Integer> {
  private static final String AUTO = "auto";

  private final Console console;
  private final StopSignal stop;
  private final Function<AnalyzerConfig, OpenAnalyzer> opener;
  private final Cameras cameras;
  private final UserFolders folders;
  private final Runnable noDisplay;
  private final LiveStats stats = new LiveStats();
  private final List<QueuedSink> texts = new ArrayList<>();
  private LiveRun run;
  private Showing showing;

  @Option(
      names = "--source",
      paramLabel = "auto|N|NAME|FILE|FOLDER|URL|demo",
      description =
          "Camera by number, part of its name or device, file, folder of pictures or URL; auto is the first camera,"
              + " demo needs none"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = AUTO)
  private String source;

  @Option(names = "--headless", description = "Open no window.")
  private boolean headless;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "End after so many analysed frames (default: never).")
  private long frames = Long.MAX_VALUE;

  @Option(
      names = "--max-retries",
      paramLabel = "N",
      description =
          "Give a camera or stream up when it was lost and N attempts in a row did not bring it"
              + " back for half a minute (default: never).")
  private Integer maxRetries;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private WebOptions web = new WebOptions();
  @Mixin private ViewOptions viewing = new ViewOptions();
  @Mixin private CameraOptions camera = new CameraOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * @param noDisplay called before anything is drawn where there is to be no window
   */
  LiveCommand(
      Console console,
      StopSignal stop,
      Function<AnalyzerConfig, OpenAnalyzer> opener,
      Cameras cameras,
      UserFolders folders,
      Runnable noDisplay) {
    this.console = console;
    this.stop = stop;
    this.opener = opener;
    this.cameras = cameras;
    this.folders = folders;
    this.noDisplay = noDisplay;
  }

  @Override
  public Integer call() {
    check();
    if (!hasWindow()) {
      noDisplay.run();
    }
    AnalyzerConfig config = common.analyzer(false);
    OpenAnalyzer opened = opener.apply(config);
    SinkGroup sinks =
        open(opened, RunFacts.of(opened, config, LocalDateTime.now(ZoneId.systemDefault())));
    if (!common.quiet()) {
      opened.info().notices().forEach(console::message);
      console.message(opened.info().summary());
    }
    // A signal that came while all was opened ends the run here before it begins.
    stop.onRequest(run::stop);
    run.run();
    showing.close();
    if (!common.quiet()) {
      console.message(summary(stats.snapshot()));
    }
    if (opened.analyzer().unknownAnswers() > 0) {
      console.message(
          opened.analyzer().unknownAnswers() + " answers of the model were no probabilities");
    }
    texts.stream().filter(text -> text.dropped() > 0).forEach(this::tellDropped);
    List<RuntimeException> faults = new ArrayList<>(run.failures());
    faults.addAll(sinks.faults());
    faults.forEach(fault -> console.fault(fault, common.verbose()));
    return ExitCodes.of(faults).code();
  }

  /** Refuses what cannot be done, before anything is opened. */
  private void check() {
    if (frames < 1) {
      throw new AppException(ExitCode.USAGE, "--frames is " + frames + ", expected 1 or more");
    }
    if (maxRetries != null && maxRetries < 0) {
      throw new AppException(
          ExitCode.USAGE, "--max-retries is " + maxRetries + ", expected 0 or more");
    }
    Sources.check(source);
    camera.request();
    viewing.check();
    if (viewing.view().blurred() && data.showsFaces()) {
      throw new AppException(
          ExitCode.USAGE, "--report-thumbnails would show the faces that --blur-faces hides");
    }
    data.check(viewing.record().stream().map(Path::toString).toList(), List.of(source));
    web.check(headless);
  }

  private void tellDropped(QueuedSink text) {
    console.message(text.name() + ": too slow, " + text.dropped() + " results were not written");
  }

  /** One thing after another, in the order in which their faults count. */
  private SinkGroup open(OpenAnalyzer opened, Map<String, String> facts) {
    List<AutoCloseable> open = new ArrayList<>(List.of(opened.analyzer()));
    try {
      showing =
          new Showing(
              viewing,
              cameraRules(),
              folders,
              opened,
              stats,
              hasWindow(),
              this::tell,
              () -> run.stop());
      open.add(showing);
      SwitchableSource stream = stream(openSource());
      open.add(stream);
      SinkGroup sinks = new SinkGroup(openSinks(opened.labels(), facts, stream));
      open.add(sinks);
      run = new LiveRun(stream, opened.analyzer(), sinks, stats, frames);
      return sinks;
    } catch (RuntimeException e) {
      for (AutoCloseable thing : open) {
        try {
          thing.close();
        } catch (Exception second) {
          e.addSuppressed(second);
        }
      }
      throw e;
    }
  }

  /** A picture stays until who looks at it has seen enough. */
  private SwitchableSource stream(FrameSource opened) {
    boolean stays = opened.info().kind() == SourceKind.PICTURES && (hasWindow() || web.isWanted());
    return new SwitchableSource(opened, showing::captured, stays);
  }

  /** A camera or stream is watched; what would give its frames at once is played at its speed. */
  private FrameSource openSource() {
    CameraRules rules = cameraRules();
    boolean first = source.equals(AUTO);
    FrameSource stream =
        first
            ? Sources.openFirstCamera(rules.request(), console::message)
            : Sources.open(
                CameraOptions.resolve(source, cameras), rules.request(), console::message);
    if (stream.info().kind() != SourceKind.LIVE || stream instanceof DemoSource) {
      return new PacedSource(stream, () -> showing.view().get().paused());
    }
    // A camera may come back under another number, so its name is looked up again. What it does
    // not give of what was asked for was said once.
    return rules.watched(
        stream,
        first ? stream.info().name() : source,
        () ->
            Sources.open(
                first ? stream.info().name() : CameraOptions.resolve(source, cameras),
                rules.request(),
                notice -> {}));
  }

  private CameraRules cameraRules() {
    return new CameraRules(
        camera.request(), maxRetries == null ? Supervision.FOR_EVER : maxRetries);
  }

  private void tell(String sentence) {
    if (!common.quiet()) {
      console.message(sentence);
    }
  }

  private boolean hasWindow() {
    return !headless && web.leavesWindow();
  }

  private List<ResultSink> openSinks(
      List<String> labels, Map<String, String> facts, SwitchableSource stream) {
    if (hasWindow()) {
      WindowSink.requireDisplay();
    }
    boolean taken = OutputNames.takeStandardOutput(data.outputs());
    LineOutput people = LineOutput.to(taken ? console.err() : console.out());
    texts.addAll(data.open(console, people, labels, QueuedSink::new));
    if (headless && texts.isEmpty()) {
      texts.add(new QueuedSink(people.name(), new ChangeSink(people, labels)));
    }
    List<ResultSink> sinks = new ArrayList<>(texts);
    try {
      data.openReport(labels, facts).ifPresent(sinks::add);
      web.open(console, labels, showing.view(), this::status, showing::recording, () -> run.stop())
          .ifPresent(sinks::add);
      sinks.addAll(hasWindow() ? showing.openWindow(stream) : showing.openHeadless());
      return sinks;
    } catch (RuntimeException e) {
      sinks.forEach(ResultSink::close);
      throw e;
    }
  }

  private String status() {
    LiveStats.Snapshot now = stats.snapshot();
    return String.format(
        Locale.ROOT,
        "%.0f of %.0f fps | %.0f ms | %d dropped",
        now.analysisFps(),
        now.captureFps(),
        now.delayMillis(),
        now.dropped());
  }

  private static String summary(LiveStats.Snapshot end) {
    return String.format(
        Locale.ROOT,
        "%d frames: %d analysed, %d dropped, %d failed; from picture to label %.0f ms (median), "
            + "%.0f ms (95 of 100)",
        end.captured(),
        end.analysed(),
        end.dropped(),
        end.failed(),
        end.delayP50Millis(),
        end.delayP95Millis());
  }
}
