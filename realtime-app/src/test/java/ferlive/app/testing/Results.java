package ferlive.app.testing;

import ferlive.app.frame.Box;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.result.Scores;
import ferlive.app.result.StageTimes;
import java.util.List;
import java.util.OptionalDouble;

/** Hand-made results: frames at ten a second, faces that are sad or glad. */
public final class Results {
  public static final List<String> LABELS = List.of("sad", "glad");
  public static final int SAD = 0;
  public static final int GLAD = 1;
  public static final double STEP = 0.1;

  private Results() {}

  public static FrameResult frame(long number, FaceResult... faces) {
    StageTimes times = new StageTimes(0, 0, 0, 0);
    return new FrameResult(number, number * STEP, 64, 48, List.of(faces), times);
  }

  public static FaceResult sure(int track, int label) {
    return face(track, label, true);
  }

  public static FaceResult unsure(int track, int label) {
    return face(track, label, false);
  }

  private static FaceResult face(int track, int label, boolean sure) {
    Scores scores = label == SAD ? Scores.of(0.6f, 0.4f) : Scores.of(0.4f, 0.6f);
    Box box = new Box(0, 0, 10, 10);
    return new FaceResult(track, box, OptionalDouble.empty(), scores, label, 0.6, sure);
  }
}
