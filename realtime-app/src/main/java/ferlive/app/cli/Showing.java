package ferlive.app.cli;

import ferlive.app.draw.Overlay;
import ferlive.app.files.FirstStart;
import ferlive.app.files.UserFolders;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.LiveStats;
import ferlive.app.record.Recorder;
import ferlive.app.record.RecordingFolder;
import ferlive.app.record.Retention;
import ferlive.app.sink.ResultSink;
import ferlive.app.source.SwitchableSource;
import ferlive.app.view.SharedView;
import ferlive.app.window.WindowSink;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a live run shows and keeps of its pictures: window, recordings, snapshots.
 *
 * <p><b>Threading</b>: opened and closed by one thread; {@link #captured} by the one that reads the
 * source. <b>Ownership</b>: borrows the analyzer; the sinks go to who asks for them.
 */
final class Showing implements AutoCloseable {
  private final ViewOptions options;
  private final FirstStart first;
  private final UserFolders folders;
  private final OpenAnalyzer analyzer;
  private final Consumer<String> messages;
  private final SharedView view;
  private final Recorder recorder;
  private final Steering steering;
  private final Optional<Retention> retention;
  private volatile WindowSink window;

  /**
   * @param cameras holds for those that the user goes over to
   * @param windowed whether there is to be a window
   * @param messages told what the user should know beside the window
   * @param quit ends the run; does not wait
   */
  Showing(
      ViewOptions options,
      CameraRules cameras,
      UserFolders folders,
      OpenAnalyzer analyzer,
      LiveStats stats,
      boolean windowed,
      Consumer<String> messages,
      Runnable quit) {
    this.options = options;
    this.folders = folders;
    this.first = new FirstStart(folders.config());
    this.analyzer = analyzer;
    this.messages = messages;
    this.view = new SharedView(options.view());
    this.recorder = new Recorder(analyzer.labels(), view, options.clean(), windowed, this::tell);
    RecordingFolder folder = new RecordingFolder(folders.recordings());
    this.steering = new Steering(stats, analyzer, recorder, folder, cameras, quit);
    this.retention = options.retention().map(age -> new Retention(folder, age, messages));
  }

  private void tell(String sentence) {
    messages.accept(sentence);
    if (window != null) {
      window.tell(sentence);
    }
  }

  /** What is to be seen, in the window and elsewhere. */
  SharedView view() {
    return view;
  }

  /** Whether the picture is being recorded. */
  boolean recording() {
    return recorder.isRecording();
  }

  /** Sees each picture as it is captured. */
  void captured(Frame frame) {
    if (window != null) {
      window.captured(frame);
    }
  }

  /**
   * Opens what takes the results, without a window. The caller closes it.
   *
   * @throws ferlive.app.error.AppException OUTPUT when the recording cannot be written
   */
  List<ResultSink> openHeadless() {
    if (!first.isAccepted()) {
      messages.accept(FirstStart.sentence());
    }
    begin();
    return options.record().isPresent() ? List.of(recorder) : List.of();
  }

  /**
   * Opens what takes the results, a window among it. The caller closes it.
   *
   * @throws ferlive.app.error.AppException OUTPUT as above, INPUT when there is no display
   */
  List<ResultSink> openWindow(SwitchableSource source) {
    Overlay overlay = new Overlay(analyzer.labels());
    begin();
    try {
      window = WindowSink.open(overlay, view, steering, folders.config());
    } catch (RuntimeException e) {
      recorder.close();
      throw e;
    }
    steering.connect(source, window);
    if (!first.isAccepted()) {
      steering.tellFirst(first);
    }
    return List.of(recorder, window);
  }

  private void begin() {
    options.record().ifPresent(recorder::start);
    analyzer.controls().ifPresent(it -> it.learnNeutral(options.baselineSeconds()));
  }

  /** Ends what goes on beside the sinks. */
  @Override
  public void close() {
    retention.ifPresent(Retention::close);
    steering.close();
  }
}
