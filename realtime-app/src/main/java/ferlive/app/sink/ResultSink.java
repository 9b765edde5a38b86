package ferlive.app.sink;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;

/**
 * Takes what was seen in each frame.
 *
 * <p><b>Threading</b>: confined to one thread. <b>Ownership</b>: borrows the frame for the call.
 * <b>Errors</b>: {@link ferlive.app.error.AppException} with OUTPUT when it cannot be written.
 */
public interface ResultSink extends AutoCloseable {
  /**
   * Writes or shows one frame's result.
   *
   * @param source name of the source as the user gave it
   */
  void accept(String source, Frame frame, FrameResult result);

  /**
   * Learns what became of a source: it began, failed or ended. Most sinks need not care.
   *
   * @param source as in {@link #accept}
   */
  default void event(String source, SourceEvent event) {}

  /** Ends the output whole. Closing twice does nothing. */
  @Override
  void close();
}
