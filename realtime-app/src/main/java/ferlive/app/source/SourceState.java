package ferlive.app.source;

import java.time.Duration;

/**
 * How it stands with a source that is watched.
 *
 * <p>Online, then Lost (before it Stalled, where the source was open and gave nothing new), then
 * Connecting and Lost again until it is Online. At any time it may be Replaced.
 */
public sealed interface SourceState {
  /**
   * An attempt to open it again is under way.
   *
   * @param attempt number of the attempt, from 1
   */
  record Connecting(int attempt) implements SourceState {}

  /**
   * Its pictures come again.
   *
   * @param outage how long there were none
   */
  record Online(Duration outage) implements SourceState {}

  /**
   * Another source is in its place, whose pictures come next.
   *
   * @param info of that source
   */
  record Replaced(SourceInfo info) implements SourceState {}

  /**
   * It is open and gives nothing new; it is given up and opened again.
   *
   * @param reason in words, without a full stop
   */
  record Stalled(String reason) implements SourceState {}

  /**
   * It is closed and waits for the next attempt. Comes about every second while that is due.
   *
   * @param reason in words, without a full stop; holds no credentials
   * @param retryIn until the next attempt
   */
  record Lost(String reason, Duration retryIn) implements SourceState {}
}
