package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  private final StopSignal stop = new StopSignal();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void onRequest_callsWhenTheSignalComes() {
    stop.onRequest(calls::incrementAndGet);
    assertThat(calls).hasValue(0);

    stop.request();
    stop.request();

    assertThat(calls).hasValue(1);
    assertThat(stop.requested()).isTrue();
  }

  @Test
  void onRequest_callsAtOnceWhenTheSignalHasCome() {
    stop.request();

    stop.onRequest(calls::incrementAndGet);

    assertThat(calls).hasValue(1);
  }
}
