package ferlive.app.pipeline;

import ferlive.app.asset.HomeFolder;
import ferlive.app.detect.FaceDetector;
import ferlive.app.detect.OpenDetector;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.AnalyzerParts.OpenNamer;
import ferlive.app.source.SourceKind;
import ferlive.app.track.TrackSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Finds, follows and names the faces of one frame after another: detect, track, crop, classify,
 * smooth.
 *
 * <p><b>Threading, ownership, errors</b>: as {@link FrameAnalyzer} and {@link AnalyzerControls};
 * {@link AppException} with MODEL or DEVICE when it opens, with MODEL also when a model that is
 * used strictly keeps answering with no probabilities. The caller closes it.
 */
public final class FaceAnalyzer implements FrameAnalyzer, AnalyzerControls {
  private final AnalyzerConfig config;
  private final AnalyzerParts parts;
  private final List<String> labels;
  private final FaceFollower follower;
  private final Replaceable<FaceNamer> namer;
  private AnalyzerInfo info;
  private boolean attentive;

  private FaceAnalyzer(
      AnalyzerConfig config, AnalyzerParts parts, OpenDetector detector, OpenNamer first) {
    this.config = config;
    this.parts = parts;
    this.labels = first.namer().contract().labels();
    this.follower =
        new FaceFollower(
            detector.detector(), config.detector().every(), tracking(SourceKind.PICTURES));
    this.namer = new Replaceable<>(first.namer(), FaceNamer::close);
    this.info = info(first, detector);
  }

  /** Loads and checks the model and the detector. Call {@link #reset} before the first frame. */
  public static FaceAnalyzer open(AnalyzerConfig config) {
    return open(config, HomeFolder.find());
  }

  static FaceAnalyzer open(AnalyzerConfig config, HomeFolder home) {
    AnalyzerParts parts = new AnalyzerParts(config, home);
    opencv_core.setNumThreads(parts.threads().perCall());
    OpenNamer namer = parts.namer();
    try {
      return new FaceAnalyzer(config, parts, parts.detector(), namer);
    } catch (RuntimeException e) {
      namer.namer().close();
      throw e;
    }
  }

  private AnalyzerInfo info(OpenNamer named, OpenDetector found) {
    return new AnalyzerInfo(
        named.model(),
        named.namer().contract().architecture(),
        named.sha256(),
        found.detector().name(),
        named.namer().device(),
        parts.threads().perCall(),
        Stream.concat(named.notices().stream(), found.notice().stream()).toList());
  }

  private TrackSettings tracking(SourceKind kind) {
    TrackSettings settings = TrackSettings.smooth();
    return kind == SourceKind.PICTURES || config.noDetect() ? settings.withOneHit() : settings;
  }

  @Override
  public synchronized AnalyzerInfo info() {
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
    return parts.threads().stages();
  }

  @Override
  public FoundFaces find(Frame frame) {
    return follower.find(frame);
  }

  @Override
  public NamedFaces name(Frame frame, FoundFaces found) {
    FaceNamer current = namer.current();
    NamedFaces named = current.name(frame, found);
    if (config.strict() && current.trouble().isPresent()) {
      throw new AppException(ExitCode.MODEL, current.trouble().get());
    }
    return named;
  }

  @Override
  public Optional<String> trouble() {
    return namer.newest().trouble();
  }

  /** Of the model in use. */
  @Override
  public long unknownAnswers() {
    return namer.newest().unknownAnswers();
  }

  @Override
  public AnalyzerInfo nextModel() {
    OpenNamer next = parts.namerAfter(info().model(), labels);
    synchronized (this) {
      next.namer().attentive(attentive);
      next.namer().baseline().learn(namer.newest().baseline().seconds());
      namer.replace(next.namer());
      info = info.withModel(next.model(), next.namer().contract().architecture(), next.sha256());
      return info;
    }
  }

  @Override
  public AnalyzerInfo nextDetector() {
    FaceDetector next = parts.detectorAfter(info().detector()).detector();
    synchronized (this) {
      follower.use(next);
      info = info.withDetector(next.name());
      return info;
    }
  }

  @Override
  public synchronized boolean showAttention(boolean wanted) {
    attentive = wanted;
    namer.newest().attentive(wanted);
    return namer.newest().contract().hasAttention();
  }

  @Override
  public synchronized void learnNeutral(double seconds) {
    namer.newest().baseline().learn(seconds);
  }

  @Override
  public synchronized double neutralSeconds() {
    return namer.newest().baseline().seconds();
  }

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  public void close() {
    namer.close();
    follower.close();
  }
}
