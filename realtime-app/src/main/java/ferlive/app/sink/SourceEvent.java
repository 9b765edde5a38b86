package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.source.SourceInfo;
import java.time.Duration;

/** What becomes of a source, apart from its frames. */
public sealed interface SourceEvent {
  /** It is open; its frames come next. */
  record Started(SourceInfo info) implements SourceEvent {}

  /**
   * A live source gives no pictures any more; it is opened again and again until it does.
   *
   * @param reason in words, without a full stop; holds no credentials
   */
  record Lost(String reason) implements SourceEvent {}

  /**
   * A lost source will be opened again. Comes about every second.
   *
   * @param in how long until then; zero while an attempt is under way
   */
  record Retrying(Duration in) implements SourceEvent {}

  /**
   * A lost source gives pictures again; its next frame follows.
   *
   * @param outage how long there were none
   */
  record Back(Duration outage) implements SourceEvent {}

  /**
   * Its faces cannot be named any more, though its frames go on.
   *
   * @param message one sentence on why
   */
  record Troubled(String message) implements SourceEvent {}

  /** It could not be opened, or went wrong on the way. */
  record Failed(AppException fault) implements SourceEvent {}

  /**
   * It is over, after a failure or without one. Does not come when the run was stopped.
   *
   * @param frames how many were analysed
   */
  record Ended(long frames) implements SourceEvent {}
}
