package ferlive.app.sink;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;

/** A sink that writes what was seen and needs no picture. */
public interface ResultWriter extends ResultSink {
  /**
   * Writes one frame's result.
   *
   * @param source name of the source as the user gave it
   */
  void accept(String source, FrameResult result);

  @Override
  default void accept(String source, Frame frame, FrameResult result) {
    accept(source, result);
  }
}
