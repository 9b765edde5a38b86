package ferlive.app.pipeline;

import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Turns the states of a source into what the sinks are told: the loss once, then the attempts, then
 * the return, be it by another source.
 *
 * <p><b>Threading</b>: confined to one thread.
 */
final class OutageNews {
  private final LongSupplier nanoTime;
  private boolean lost;
  private long lostAtNanos;

  OutageNews(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  List<SourceEvent> of(SourceState state) {
    if (state instanceof SourceState.Stalled stalled) {
      return loss(stalled.reason());
    }
    if (state instanceof SourceState.Lost gone) {
      List<SourceEvent> news = new ArrayList<>(loss(gone.reason()));
      news.add(new SourceEvent.Retrying(gone.retryIn()));
      return news;
    }
    if (state instanceof SourceState.Online online) {
      lost = false;
      return List.of(new SourceEvent.Back(online.outage()));
    }
    if (state instanceof SourceState.Replaced replaced) {
      return replacement(replaced.info());
    }
    return List.of(new SourceEvent.Retrying(Duration.ZERO));
  }

  private List<SourceEvent> replacement(SourceInfo info) {
    List<SourceEvent> news = new ArrayList<>();
    if (lost) {
      lost = false;
      news.add(new SourceEvent.Back(Duration.ofNanos(nanoTime.getAsLong() - lostAtNanos)));
    }
    news.add(new SourceEvent.Started(info));
    return news;
  }

  private List<SourceEvent> loss(String reason) {
    // A source that stalls again and again without a good picture is still the same outage.
    if (lost) {
      return List.of();
    }
    lost = true;
    lostAtNanos = nanoTime.getAsLong();
    return List.of(new SourceEvent.Lost(reason));
  }
}
