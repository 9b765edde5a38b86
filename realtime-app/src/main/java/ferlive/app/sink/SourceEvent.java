package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.source.SourceInfo;

/** What becomes of a source, apart from its frames. */
public sealed interface SourceEvent {
  /** It is open; its frames come next. */
  record Started(SourceInfo info) implements SourceEvent {}

  /** It could not be opened, or went wrong on the way. */
  record Failed(AppException fault) implements SourceEvent {}

  /**
   * It is over, after a failure or without one. Does not come when the run was stopped.
   *
   * @param frames how many were analysed
   */
  record Ended(long frames) implements SourceEvent {}
}
