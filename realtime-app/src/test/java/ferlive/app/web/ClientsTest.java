package ferlive.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientsTest {
  private long seconds;
  private final Clients clients = new Clients(() -> TimeUnit.SECONDS.toNanos(seconds));

  @Test
  void enter_letsInFourAndOneRequestOfEach() {
    for (String name : new String[] {"a", "b", "c", "d"}) {
      assertThat(clients.enter(name)).isTrue();
    }

    assertThat(clients.enter("e")).isFalse();
    assertThat(clients.enter("a")).isFalse();
    clients.leave("a");
    assertThat(clients.enter("a")).isTrue();
  }

  @Test
  void enter_givesThePlaceOfOneThatWentToAnother() {
    for (String name : new String[] {"a", "b", "c", "d"}) {
      clients.enter(name);
      clients.leave(name);
    }
    seconds = 9;
    assertThat(clients.enter("a")).isTrue();
    assertThat(clients.enter("e")).isFalse();

    seconds = 11;

    assertThat(clients.enter("e")).isTrue();
    assertThat(clients.enter("a")).as("still here").isFalse();
  }
}
