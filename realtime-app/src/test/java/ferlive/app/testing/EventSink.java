package ferlive.app.testing;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.SourceEvent;
import java.util.ArrayList;
import java.util.List;

/** Remembers which frames and events came, in words, and how often it was closed. */
public final class EventSink implements ResultSink {
  private final List<Long> frames = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private int closes;

  @Override
  public void accept(String source, Frame frame, FrameResult result) {
    frames.add(result.frame());
  }

  @Override
  public void event(String source, SourceEvent event) {
    events.add(event.getClass().getSimpleName());
  }

  @Override
  public void close() {
    closes++;
  }

  public List<Long> frames() {
    return frames;
  }

  public List<String> events() {
    return events;
  }

  public int closes() {
    return closes;
  }
}
