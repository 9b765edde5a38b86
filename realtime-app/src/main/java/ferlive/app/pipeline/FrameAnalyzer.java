package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.source.SourceKind;

/**
 * Says what is seen in each frame of a stream.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame for the call.
 * <b>Errors</b>: {@link ferlive.app.error.AppException} where no later frame can go better.
 */
public interface FrameAnalyzer extends AutoCloseable {
  /** Begins a new stream: what is known of the last one is forgotten. */
  default void reset(SourceKind kind) {}

  FrameResult analyze(Frame frame);

  @Override
  void close();
}
