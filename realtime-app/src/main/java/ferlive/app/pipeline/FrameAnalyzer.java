package ferlive.app.pipeline;

import ferlive.app.frame.Frame;
import ferlive.app.result.FrameResult;
import ferlive.app.source.SourceKind;
import java.util.Optional;

/**
 * Says what is seen in each frame of a stream, in two halves that can overlap: while the faces of
 * one frame are named, those of the next can be found already.
 *
 * <p><b>Threading</b>: {@link #find} is called by one thread and {@link #name} by one, the same or
 * another; the rest while neither runs. Both get every frame, in order. <b>Ownership</b>: borrows
 * the frame for the call. <b>Errors</b>: {@link ferlive.app.error.AppException} where no later
 * frame can go better.
 */
public interface FrameAnalyzer extends AutoCloseable {
  /** Begins a new stream: what is known of the last one is forgotten. */
  default void reset(SourceKind kind) {}

  /** How many threads may share the work on a file, at least 1. */
  default int threads() {
    return 1;
  }

  /** Finds and follows the faces of the next frame. */
  FoundFaces find(Frame frame);

  /** Names the faces that {@link #find} found in the same frame. */
  NamedFaces name(Frame frame, FoundFaces found);

  /** One sentence once its answers are of no use any more; they are unknown then. */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /** How often it could not say what a face shows; such a face is unknown, and never sure. */
  default long unknownAnswers() {
    return 0;
  }

  /** Both halves, for a frame whose result is shown at once. */
  default FrameResult analyze(Frame frame) {
    return name(frame, find(frame)).result();
  }

  @Override
  void close();
}
