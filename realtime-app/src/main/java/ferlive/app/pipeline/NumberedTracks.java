package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the faces of a run 1, 2, 3… as they first appear in its output, whoever found them: the
 * trackers of sources that are analysed side by side each begin at 1. <b>Threading</b>: confined to
 * one thread. <b>Ownership</b>: owns the sink that it hands on to.
 */
public final class NumberedTracks implements ResultSink {
  private final ResultSink sink;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private int last;

  public NumberedTracks(ResultSink sink) {
    this.sink = sink;
  }

  @Override
  public void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started) {
      numbers.clear();
    }
    sink.event(source, event);
  }

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    List<FaceResult> faces =
        result.faces().stream()
            .map(face -> face.withTrack(numbers.computeIfAbsent(face.track(), id -> ++last)))
            .sorted(Comparator.comparingInt(FaceResult::track))
            .toList();
    sink.accept(
        source,
        frame,
        new FrameResult(
            result.frame(), result.time(), result.width(), result.height(), faces, result.times()));
  }

  @Override
  public void close() {
    sink.close();
  }
}
