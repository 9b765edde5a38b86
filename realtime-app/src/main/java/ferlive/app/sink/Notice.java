package ferlive.app.sink;

import java.util.Optional;

/**
 * What a viewer must read: that the source is lost, or that faces cannot be named.
 *
 * <p><b>Threading</b>: thread-safe.
 */
public final class Notice {
  private volatile String outage;
  private volatile String trouble;

  /** Learns what became of the source. */
  public void heed(SourceEvent event) {
    if (event instanceof SourceEvent.Lost) {
      outage = "camera lost";
    } else if (event instanceof SourceEvent.Retrying retrying) {
      long millis = retrying.in().toMillis();
      outage =
          millis == 0
              ? "camera lost - trying again"
              : "camera lost - retrying in " + (millis + 999) / 1000 + " s";
    } else if (event instanceof SourceEvent.Back) {
      outage = null;
    } else if (event instanceof SourceEvent.Troubled troubled) {
      trouble = troubled.message();
    }
  }

  /** Whether the source is lost: what is shown of it is not live. */
  public boolean isOutage() {
    return outage != null;
  }

  /** A line of text; empty while all is well. */
  public Optional<String> text() {
    return Optional.ofNullable(outage).or(() -> Optional.ofNullable(trouble));
  }
}
