package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StreamClockTest {
  @Test
  void next_countsFromTheFirstStamp() {
    StreamClock clock = new StreamClock(30);

    assertThat(clock.next(5_000_000)).isZero();
    assertThat(clock.next(5_033_333)).isCloseTo(0.033333, within(1e-9));
    assertThat(clock.end()).isCloseTo(0.066667, within(1e-5));
  }

  @Test
  void next_addsANominalFrameWithoutAdvancingStamps() {
    StreamClock clock = new StreamClock(20);

    clock.next(0);

    assertThat(clock.next(0)).isCloseTo(0.05, within(1e-9));
    assertThat(clock.next(-700)).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void end_isZeroWithoutFrames() {
    assertThat(new StreamClock(0).end()).isZero();
  }
}
