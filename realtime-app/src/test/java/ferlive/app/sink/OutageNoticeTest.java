package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageNoticeTest {
  private final OutageNotice notice = new OutageNotice();

  @Test
  void text_tellsOfTheLossUntilTheReturn() {
    assertThat(notice.text()).isEmpty();

    notice.heed(new SourceEvent.Lost("unplugged"));
    assertThat(notice.text()).contains("camera lost");

    notice.heed(new SourceEvent.Retrying(Duration.ofMillis(3_200)));
    assertThat(notice.text()).contains("camera lost - retrying in 4 s");

    notice.heed(new SourceEvent.Retrying(Duration.ZERO));
    assertThat(notice.text()).contains("camera lost - trying again");

    notice.heed(new SourceEvent.Ended(3));
    assertThat(notice.text()).isPresent();

    notice.heed(new SourceEvent.Back(Duration.ofSeconds(9)));
    assertThat(notice.text()).isEmpty();
  }
}
