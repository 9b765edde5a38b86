package ferlive.app.pipeline;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.EmotionClassifier;
import ferlive.app.classify.FaceBatch;
import ferlive.app.classify.FaceCropper;
import ferlive.app.classify.ModelFile;
import ferlive.app.classify.ModelLoader;
import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.ScanEffort;
import ferlive.app.detect.WholeFrameDetector;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.FaceFinder.Found;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import ferlive.app.source.SourceKind;
import ferlive.app.track.FaceTracker;
import ferlive.app.track.Label;
import ferlive.app.track.LabelSettings;
import ferlive.app.track.LabelSmoother;
import ferlive.app.track.Track;
import ferlive.app.track.TrackSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Finds, follows and names the faces of one frame after another: detect, track, crop, classify,
 * smooth.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frames; the caller
 * closes the analyzer. <b>Errors</b>: {@link ferlive.app.error.AppException} with MODEL or DEVICE
 * when it opens, with MODEL when the model's answer is no probability.
 */
public final class FaceAnalyzer implements FrameAnalyzer {
  private static final int MOST_THREADS = 4;

  private final AnalyzerConfig config;
  private final AnalyzerInfo info;
  private final FaceDetector detector;
  private final EmotionClassifier classifier;
  private final FaceCropper cropper;
  private final FaceFinder finder;
  private final FaceTracker tracker;
  private final LabelSmoother smoother;
  private SourceKind kind = SourceKind.PICTURES;
  private double lastTime;
  private long cropNanos;
  private long inferNanos;

  private FaceAnalyzer(
      AnalyzerConfig config,
      AnalyzerInfo info,
      FaceDetector detector,
      EmotionClassifier classifier) {
    this.config = config;
    this.info = info;
    this.detector = detector;
    this.classifier = classifier;
    this.cropper = new FaceCropper(classifier.contract());
    this.finder = new FaceFinder(detector, config.detector().every());
    this.tracker = new FaceTracker(tracking());
    this.smoother = new LabelSmoother(config.raw() ? LabelSettings.raw() : LabelSettings.smooth());
  }

  /** Loads and checks the model and the detector. Call {@link #reset} before the first frame. */
  public static FaceAnalyzer open(AnalyzerConfig config) {
    int threads = threads(config.threads());
    opencv_core.setNumThreads(threads);
    HomeFolder home = HomeFolder.find();
    ModelFile model = ModelLoader.load(home, config.model(), config.strict());
    FaceDetector detector = detector(config, home);
    try {
      EmotionClassifier classifier = EmotionClassifier.open(model, config.device(), threads);
      try {
        return new FaceAnalyzer(
            config, info(model, detector, classifier, threads), detector, classifier);
      } catch (RuntimeException e) {
        classifier.close();
        throw e;
      }
    } catch (RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private static FaceDetector detector(AnalyzerConfig config, HomeFolder home) {
    if (config.noDetect()) {
      return new WholeFrameDetector();
    }
    return Detectors.open(config.detector(), home);
  }

  private static AnalyzerInfo info(
      ModelFile model, FaceDetector detector, EmotionClassifier classifier, int threads) {
    return new AnalyzerInfo(
        model.name(),
        classifier.contract().architecture(),
        detector.name(),
        classifier.device(),
        threads,
        Stream.concat(model.notice().stream(), classifier.deviceNotice().stream()).toList());
  }

  /** On one or two cores a second thread takes from the rest more than it gives. */
  private static int threads(int wanted) {
    int cores = Runtime.getRuntime().availableProcessors();
    return wanted > 0 ? wanted : Math.max(1, Math.min(MOST_THREADS, cores / 2));
  }

  /** What it works with. */
  public AnalyzerInfo info() {
    return info;
  }

  /** The model's labels, in the order of {@link Scores}. */
  public List<String> labels() {
    return classifier.contract().labels();
  }

  /** Begins a new stream: forgets the faces of the last one. Track numbers go on. */
  @Override
  public void reset(SourceKind kind) {
    this.kind = kind;
    forget();
  }

  private TrackSettings tracking() {
    TrackSettings settings = TrackSettings.smooth();
    return kind == SourceKind.PICTURES || config.noDetect() ? settings.withOneHit() : settings;
  }

  private void forget() {
    tracker.reset(tracking());
    smoother.reset();
    finder.reset(kind);
  }

  /** What is to be seen in the frame; a result also when there is no face. */
  @Override
  public FrameResult analyze(Frame frame) {
    // Pictures do not belong together; a clip that runs again from its start is a new stream.
    if (kind == SourceKind.PICTURES || frame.time() < lastTime) {
      forget();
    }
    lastTime = frame.time();
    cropNanos = 0;
    inferNanos = 0;
    long start = System.nanoTime();
    Found found = detect(frame);
    long detected = System.nanoTime();
    List<Track> tracks = tracker.update(frame.time(), found.faces(), found.skipped());
    long tracked = System.nanoTime();
    classify(frame, tracks.stream().filter(Track::cropHolds).toList());
    return new FrameResult(
        frame.sequence(),
        frame.time(),
        frame.width(),
        frame.height(),
        tracks.stream().filter(Track::confirmed).flatMap(this::result).toList(),
        new StageTimes(detected - start, tracked - detected, cropNanos, inferNanos));
  }

  private Found detect(Frame frame) {
    return kind == SourceKind.PICTURES || config.noDetect()
        ? new Found(detector.scan(frame, ScanEffort.THOROUGH), Set.of())
        : finder.find(frame, tracker.expect(frame.time()));
  }

  /** Names the faces whose crop holds; one that is carried over a miss keeps its label. */
  private void classify(Frame frame, List<Track> seen) {
    FaceBatch batch = classifier.batch();
    for (int from = 0; from < seen.size(); from += FaceBatch.CAPACITY) {
      List<Track> part = seen.subList(from, Math.min(seen.size(), from + FaceBatch.CAPACITY));
      long start = System.nanoTime();
      batch.clear();
      for (Track track : part) {
        cropper.cut(frame, track.crop(), batch);
      }
      long cropped = System.nanoTime();
      List<Scores> scores = classifier.classify();
      for (int i = 0; i < part.size(); i++) {
        smoother.update(part.get(i).id(), scores.get(i), frame.time());
      }
      cropNanos += cropped - start;
      inferNanos += System.nanoTime() - cropped;
    }
  }

  /** Nothing where the classification failed in every frame that shows the face. */
  private Stream<FaceResult> result(Track track) {
    return smoother.label(track.id()).map(label -> result(track, label)).stream();
  }

  private static FaceResult result(Track track, Label label) {
    return new FaceResult(
        track.id(),
        track.box(),
        track.score(),
        label.probabilities(),
        label.label(),
        label.score(),
        label.sure());
  }

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  public void close() {
    finder.close();
    cropper.close();
    classifier.close();
    detector.close();
  }
}
