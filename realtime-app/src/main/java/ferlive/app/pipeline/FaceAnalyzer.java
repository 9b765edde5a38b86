package ferlive.app.pipeline;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.EmotionClassifier;
import ferlive.app.classify.ModelFile;
import ferlive.app.classify.ModelLoader;
import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.OpenDetector;
import ferlive.app.detect.WholeFrameDetector;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.source.SourceKind;
import ferlive.app.track.LabelSettings;
import ferlive.app.track.TrackSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Finds, follows and names the faces of one frame after another: detect, track, crop, classify,
 * smooth.
 *
 * <p><b>Threading, ownership, errors</b>: as {@link FrameAnalyzer}; {@link
 * ferlive.app.error.AppException} with MODEL or DEVICE when it opens, with MODEL also when a model
 * that is used strictly keeps answering with no probabilities. The caller closes it.
 */
public final class FaceAnalyzer implements FrameAnalyzer {
  private final AnalyzerConfig config;
  private final AnalyzerInfo info;
  private final Threads threads;
  private final List<String> labels;
  private final FaceFollower follower;
  private final FaceNamer namer;

  private FaceAnalyzer(
      AnalyzerConfig config,
      AnalyzerInfo info,
      Threads threads,
      FaceDetector detector,
      EmotionClassifier classifier) {
    this.config = config;
    this.info = info;
    this.threads = threads;
    this.labels = classifier.contract().labels();
    this.follower =
        new FaceFollower(detector, config.detector().every(), tracking(SourceKind.PICTURES));
    this.namer =
        new FaceNamer(classifier, config.raw() ? LabelSettings.raw() : LabelSettings.smooth());
  }

  /** Loads and checks the model and the detector. Call {@link #reset} before the first frame. */
  public static FaceAnalyzer open(AnalyzerConfig config) {
    return open(config, HomeFolder.find());
  }

  static FaceAnalyzer open(AnalyzerConfig config, HomeFolder home) {
    Threads threads = Threads.of(config.threads());
    opencv_core.setNumThreads(threads.perCall());
    ModelFile model = ModelLoader.load(home, config.model(), config.strict());
    OpenDetector opened = detector(config, home);
    FaceDetector detector = opened.detector();
    try {
      EmotionClassifier classifier =
          EmotionClassifier.open(model, config.device(), threads.perCall());
      try {
        return new FaceAnalyzer(
            config, info(model, opened, classifier, threads), threads, detector, classifier);
      } catch (RuntimeException e) {
        classifier.close();
        throw e;
      }
    } catch (RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private static OpenDetector detector(AnalyzerConfig config, HomeFolder home) {
    if (config.noDetect()) {
      return new OpenDetector(new WholeFrameDetector());
    }
    return Detectors.open(config.detector(), home, config.strict());
  }

  private static AnalyzerInfo info(
      ModelFile model, OpenDetector opened, EmotionClassifier classifier, Threads threads) {
    return new AnalyzerInfo(
        model.name(),
        classifier.contract().architecture(),
        model.asset().sha256(),
        opened.detector().name(),
        classifier.device(),
        threads.perCall(),
        Stream.of(model.notice(), opened.notice(), classifier.deviceNotice())
            .flatMap(Optional::stream)
            .toList());
  }

  private TrackSettings tracking(SourceKind kind) {
    TrackSettings settings = TrackSettings.smooth();
    return kind == SourceKind.PICTURES || config.noDetect() ? settings.withOneHit() : settings;
  }

  /** What it works with. */
  public AnalyzerInfo info() {
    return info;
  }

  /** The model's labels, in the order of {@link ferlive.app.result.Scores}. */
  public List<String> labels() {
    return labels;
  }

  @Override
  public void reset(SourceKind kind) {
    follower.reset(kind, tracking(kind));
  }

  @Override
  public int threads() {
    return threads.stages();
  }

  @Override
  public FoundFaces find(Frame frame) {
    return follower.find(frame);
  }

  @Override
  public NamedFaces name(Frame frame, FoundFaces found) {
    NamedFaces named = namer.name(frame, found);
    if (config.strict() && namer.trouble().isPresent()) {
      throw new AppException(ExitCode.MODEL, namer.trouble().get());
    }
    return named;
  }

  @Override
  public Optional<String> trouble() {
    return namer.trouble();
  }

  @Override
  public long unknownAnswers() {
    return namer.unknownAnswers();
  }

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  public void close() {
    namer.close();
    follower.close();
  }
}
