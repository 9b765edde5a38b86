package ferlive.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoticeTest {
  private final Notice notice = new Notice();

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

    assertThat(notice.isOutage()).isTrue();
    notice.heed(new SourceEvent.Back(Duration.ofSeconds(9)));
    assertThat(notice.text()).isEmpty();
    assertThat(notice.isOutage()).isFalse();
  }

  @Test
  void text_tellsOfATroubleFromThenOnButOfAnOutageFirst() {
    notice.heed(new SourceEvent.Troubled("the model is broken"));
    assertThat(notice.text()).contains("the model is broken");
    assertThat(notice.isOutage()).isFalse();

    notice.heed(new SourceEvent.Lost("unplugged"));
    assertThat(notice.text()).contains("camera lost");
    notice.heed(new SourceEvent.Back(Duration.ofSeconds(9)));

    assertThat(notice.text()).contains("the model is broken");
  }
}
