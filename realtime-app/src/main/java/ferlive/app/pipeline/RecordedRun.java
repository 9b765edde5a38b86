package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.frame.FramePool;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Keeps what comes of a source until it is its turn to be told. <b>Threading</b>: one thread at a
 * time. <b>Ownership</b>: owns copies of the frames until they were told.
 */
final class RecordedRun implements ResultSink {
  private final FramePool pool = new FramePool();
  private final Deque<Consumer<ResultSink>> calls = new ArrayDeque<>();
  private final Deque<Frame> frames = new ArrayDeque<>();

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    Frame copy = pool.take(frame.sequence(), frame.time(), frame.capturedAtNanos());
    frames.add(copy);
    frame.image().copyTo(copy.image());
    calls.add(sink -> sink.accept(source, copy, result));
  }

  @Override
  public void event(String source, SourceEvent event) {
    calls.add(sink -> sink.event(source, event));
  }

  /** Tells all, in the order in which it came. */
  void tell(ResultSink sink) {
    calls.forEach(call -> call.accept(sink));
  }

  @Override
  public void close() {
    frames.forEach(Frame::close);
    frames.clear();
    pool.close();
  }
}
