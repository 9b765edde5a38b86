package ferlive.app.testing;

import ferlive.app.frame.Box;
import ferlive.app.frame.Frame;
import ferlive.app.pipeline.FoundFaces;
import ferlive.app.pipeline.FrameAnalyzer;
import ferlive.app.pipeline.NamedFaces;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import ferlive.app.source.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Sees one sure and one unsure face in every even frame and none in the others. */
public final class FixedAnalyzer implements FrameAnalyzer {
  public static final List<String> LABELS =
      List.of("angry", "disgust", "fear", "happy", "neutral", "sad", "surprise");

  private final List<SourceKind> streams = new ArrayList<>();
  private boolean closed;

  /** What {@link #reset} was called with. */
  public List<SourceKind> streams() {
    return List.copyOf(streams);
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void reset(SourceKind kind) {
    streams.add(kind);
  }

  @Override
  public FoundFaces find(Frame frame) {
    return new FoundFaces(List.of(), false, 0, 0);
  }

  @Override
  public NamedFaces name(Frame frame, FoundFaces found) {
    return new NamedFaces(
        result(frame.sequence(), frame.time(), frame.width(), frame.height()), List.of());
  }

  /** What it would say of a frame. */
  public static FrameResult result(long frame, double time, int width, int height) {
    List<FaceResult> faces = frame % 2 == 0 ? List.of(sure(), unsure()) : List.of();
    return new FrameResult(frame, time, width, height, faces, new StageTimes(0, 0, 0, 0));
  }

  private static FaceResult sure() {
    Scores scores = Scores.of(0.0125f, 0.0125f, 0.025f, 0.9f, 0.025f, 0.0125f, 0.0125f);
    return new FaceResult(
        1, new Box(10, 12.25, 30, 30), OptionalDouble.empty(), scores, 3, 0.9f, true);
  }

  private static FaceResult unsure() {
    Scores scores = Scores.of(0.125f, 0.125f, 0.125f, 0.125f, 0.25f, 0.125f, 0.125f);
    return new FaceResult(
        2, new Box(-4.5, 20, 16, 16), OptionalDouble.of(0.98), scores, 4, 0.25f, false);
  }

  @Override
  public void close() {
    closed = true;
  }
}
