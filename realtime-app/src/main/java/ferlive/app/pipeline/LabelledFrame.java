package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;

/**
 * A frame with what is seen in it. <b>Ownership</b>: owns the frame; whoever takes it closes it.
 */
public record LabelledFrame(Frame frame, FrameResult result) implements AutoCloseable {
  @Override
  public void close() {
    frame.close();
  }
}
