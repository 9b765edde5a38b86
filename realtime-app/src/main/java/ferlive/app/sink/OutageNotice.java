package ferlive.app.sink;

import java.util.Optional;

/**
 * What a viewer reads while a live source is lost.
 *
 * <p><b>Threading</b>: thread-safe.
 */
public final class OutageNotice {
  private volatile String text;

  /** Learns what became of the source. */
  public void heed(SourceEvent event) {
    if (event instanceof SourceEvent.Lost) {
      text = "camera lost";
    } else if (event instanceof SourceEvent.Retrying retrying) {
      long millis = retrying.in().toMillis();
      text =
          millis == 0
              ? "camera lost - trying again"
              : "camera lost - retrying in " + (millis + 999) / 1000 + " s";
    } else if (event instanceof SourceEvent.Back) {
      text = null;
    }
  }

  /** A line of text; empty while the source is online. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }
}
