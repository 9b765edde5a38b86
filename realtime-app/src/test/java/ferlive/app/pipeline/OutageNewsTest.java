package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceInfo;
import ferlive.app.source.SourceKind;
import ferlive.app.source.SourceState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutageNewsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void of_tellsOfALossOnceAndOfItsEnd() {
    assertThat(
            news(
                new SourceState.Stalled("frozen"),
                new SourceState.Lost("frozen", SECOND),
                new SourceState.Connecting(1),
                new SourceState.Lost("refused", SECOND),
                new SourceState.Online(SECOND),
                new SourceState.Lost("unplugged", SECOND)))
        .containsExactly(
            new SourceEvent.Lost("frozen"),
            new SourceEvent.Retrying(SECOND),
            new SourceEvent.Retrying(Duration.ZERO),
            new SourceEvent.Retrying(SECOND),
            new SourceEvent.Back(SECOND),
            new SourceEvent.Lost("unplugged"),
            new SourceEvent.Retrying(SECOND));
  }

  @Test
  void of_endsTheLossWhenAnotherSourceTakesThePlace() {
    SourceInfo other = new SourceInfo("1", SourceKind.LIVE, 8, 8, 0, -1);

    assertThat(
            news(
                new SourceState.Replaced(other),
                new SourceState.Stalled("unplugged"),
                new SourceState.Replaced(other)))
        .containsExactly(
            new SourceEvent.Started(other),
            new SourceEvent.Lost("unplugged"),
            new SourceEvent.Back(SECOND),
            new SourceEvent.Started(other));
  }

  private static List<SourceEvent> news(SourceState... states) {
    AtomicLong seconds = new AtomicLong();
    OutageNews news = new OutageNews(() -> SECOND.toNanos() * seconds.getAndIncrement());
    return Stream.of(states).flatMap(state -> news.of(state).stream()).toList();
  }
}
