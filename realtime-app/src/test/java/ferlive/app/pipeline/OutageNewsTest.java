package ferlive.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceState;
import java.time.Duration;
import java.util.List;
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

  private static List<SourceEvent> news(SourceState... states) {
    OutageNews news = new OutageNews();
    return Stream.of(states).flatMap(state -> news.of(state).stream()).toList();
  }
}
