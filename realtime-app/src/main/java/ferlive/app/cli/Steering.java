package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.files.FirstStart;
import ferlive.app.pipeline.AnalyzerControls;
import ferlive.app.pipeline.AnalyzerInfo;
import ferlive.app.pipeline.LiveStats;
import ferlive.app.record.Recorder;
import ferlive.app.record.RecordingFolder;
import ferlive.app.record.Still;
import ferlive.app.source.SwitchableSource;
import ferlive.app.view.Command;
import ferlive.app.view.View;
import ferlive.app.window.WindowOwner;
import ferlive.app.window.WindowSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a user of the window asks, while the run goes on. What may take long is done on threads
 * of its own: one for models, detectors and cameras, one for files. What fails is told in the
 * window, and all stays as it was.
 *
 * <p><b>Threading</b>: as {@link WindowOwner}. <b>Ownership</b>: borrows all parts but its threads.
 */
final class Steering implements WindowOwner, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Steering.class);
  private static final long STATUS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final double NEUTRAL_SECONDS = 3;

  private final LiveStats stats;
  private final OpenAnalyzer analyzer;
  private final Recorder recorder;
  private final RecordingFolder folder;
  private final CameraRules cameras;
  private final Runnable quit;
  private final Worker switching = new Worker("switch");
  private final Worker files = new Worker("files");
  private SwitchableSource source;
  private WindowSink window;
  private List<String> status = List.of();
  private long statusAt;

  /**
   * @param cameras holds for those that the user goes over to
   * @param quit ends the run; does not wait
   */
  Steering(
      LiveStats stats,
      OpenAnalyzer analyzer,
      Recorder recorder,
      RecordingFolder folder,
      CameraRules cameras,
      Runnable quit) {
    this.stats = stats;
    this.analyzer = analyzer;
    this.recorder = recorder;
    this.folder = folder;
    this.cameras = cameras;
    this.quit = quit;
  }

  /** Connects source and window, before the run begins. */
  void connect(SwitchableSource openSource, WindowSink openWindow) {
    source = openSource;
    window = openWindow;
  }

  /** Tells the user what has to be known before the first use. */
  void tellFirst(FirstStart first) {
    window.notice(FirstStart.notice(), () -> run(files, first::accept));
  }

  @Override
  public boolean recording() {
    return recorder.isRecording();
  }

  @Override
  public List<String> status() {
    long now = System.nanoTime();
    if (status.isEmpty() || now - statusAt > STATUS_NANOS) {
      statusAt = now;
      status = freshStatus();
    }
    return status;
  }

  private List<String> freshStatus() {
    LiveStats.Snapshot now = stats.snapshot();
    AnalyzerInfo info = analyzer.controls().map(AnalyzerControls::info).orElse(analyzer.info());
    List<String> parts = new ArrayList<>();
    parts.add(source.info().name());
    parts.add(text("camera %.0f fps", now.captureFps()));
    parts.add(text("analysed %.0f fps", now.analysisFps()));
    parts.add(text("delay %.0f ms, p95 %.0f", now.delayP50Millis(), now.delayP95Millis()));
    parts.add(text("%d dropped", now.dropped()));
    parts.add(info.model());
    parts.add(info.detector());
    parts.add(info.device());
    if (analyzer.controls().map(AnalyzerControls::neutralSeconds).orElse(0.0) > 0) {
      parts.add("neutral faces taken out");
    }
    return parts;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public void asked(Command command, View view) {
    switch (command) {
      case SNAPSHOT -> window.still().ifPresent(still -> run(files, () -> write(still)));
      case RECORD -> run(files, this::toggleRecording);
      case ATTENTION -> control(controls -> showAttention(controls, view.attention()));
      case BASELINE -> control(this::toggleBaseline);
      case MODEL -> control(controls -> change("model", () -> nextModel(controls, view)));
      case DETECTOR -> control(controls -> change("face detector", () -> nextDetector(controls)));
      case CAMERA -> change("camera", this::nextCamera);
      case QUIT -> quit.run();
      case PAUSE, BARS, MIRROR, BLUR, FULL_SCREEN, HELP -> {}
    }
  }

  private void control(Consumer<AnalyzerControls> change) {
    analyzer
        .controls()
        .ifPresentOrElse(change, () -> window.tell("this analysis cannot be changed"));
  }

  /** Opening the next one takes its time; that it was asked for is seen at once. */
  private void change(String what, Runnable work) {
    window.tell("next " + what + " \u2026");
    run(switching, work);
  }

  private void write(Still still) {
    try (still) {
      Path file = folder.newPicture();
      still.write(file, analyzer.labels());
      window.tell("snapshot in " + file);
    }
  }

  private void toggleRecording() {
    if (recorder.isRecording()) {
      recorder.stop();
    } else {
      recorder.start(folder.newVideo());
    }
  }

  private void showAttention(AnalyzerControls controls, boolean wanted) {
    if (!controls.showAttention(wanted) && wanted) {
      window.tell(controls.info().model() + " does not tell where it looks");
    }
  }

  private void toggleBaseline(AnalyzerControls controls) {
    boolean on = controls.neutralSeconds() > 0;
    controls.learnNeutral(on ? 0 : NEUTRAL_SECONDS);
    window.tell(
        on
            ? "resting faces are forgotten"
            : text("look neutral for %.0f s; that is then taken out", NEUTRAL_SECONDS));
  }

  private void nextModel(AnalyzerControls controls, View view) {
    window.tell("model: " + controls.nextModel().model());
    showAttention(controls, view.attention());
  }

  private void nextDetector(AnalyzerControls controls) {
    window.tell("face detector: " + controls.nextDetector().detector());
  }

  private void nextCamera() {
    source.use(cameras.after(source.info().name(), window::tell));
    window.tell("camera: " + source.info().name());
  }

  /** Lets a worker do something; a fault of it is told in the window. */
  private void run(Worker worker, Runnable work) {
    boolean taken =
        worker.run(
            () -> {
              try {
                work.run();
              } catch (AppException e) {
                window.tell(e.getMessage());
              } catch (RuntimeException e) {
                LOG.warn("a command failed", e);
                window.tell("that failed: " + e);
              }
            });
    if (!taken) {
      window.tell("one moment, still at work");
    }
  }

  /** Lets what is being written come to its end. */
  @Override
  public void close() {
    switching.close();
    files.close();
  }
}
