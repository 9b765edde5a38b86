package ferlive.app.source;

import ferlive.app.frame.Frame;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives frames one after another.
 *
 * <p><b>Threading</b>: {@link #next()} is called by one thread; {@link #close()} by the same thread
 * or after it has ended. <b>Errors</b>: {@link ferlive.app.error.AppException} with SOURCE (camera,
 * URL) or INPUT (file).
 */
public interface FrameSource extends AutoCloseable {
  SourceInfo info();

  /** The next frame, which the caller closes, or empty at the end. May block until one is there. */
  Optional<Frame> next();

  /**
   * Has someone told how it stands with the source, on the thread that calls {@link #next()}.
   * Called once, before the first frame. Only a source that is watched has anything to tell.
   */
  default void listen(Consumer<SourceState> listener) {}

  /**
   * Nobody wants its frames any more, only that {@link #next()} returns soon, with a frame or none.
   * Any thread may ask for it. Only a source that may wait for very long has anything to do.
   */
  default void abandon() {}

  /** Frees what the source holds. Closing twice does nothing. */
  @Override
  void close();
}
