package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StepClockTest {
  private static final long MILLISECOND = 1_000_000;
  private static final Duration WINDOW = Duration.ofMillis(200);

  @Test
  void rates_areZeroBeforeAStepEnds() {
    StepClock clock = clock(List.of(5));

    assertThat(clock.meanRate()).isZero();
    assertThat(clock.bestRate(WINDOW)).isZero();
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void bestRate_isOfTheFastestStretchThatLastsAWindow() {
    // Steps of 100, 50, 100, 100, 300 ms: 50 + 100 + 100 is the fastest that lasts 200.
    StepClock clock = clock(List.of(0, 100, 150, 250, 350, 650));

    assertThat(clock.bestRate(WINDOW)).isCloseTo(3 * 10 / 0.25, within(1e-9));
    assertThat(clock.meanRate()).isCloseTo(5 * 10 / 0.65, within(1e-9));
    assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(650));
  }

  @Test
  void bestRate_isTheMeanWithNoStretchThatLong() {
    StepClock clock = clock(List.of(0, 60, 100));

    assertThat(clock.bestRate(WINDOW)).isCloseTo(2 * 10 / 0.1, within(1e-9));
  }

  /** Ticked at some milliseconds, ten images a step. */
  private static StepClock clock(List<Integer> milliseconds) {
    PrimitiveIterator.OfLong times =
        milliseconds.stream().flatMapToLong(time -> LongStream.of(time * MILLISECOND)).iterator();
    StepClock clock = new StepClock(10, times::nextLong);
    milliseconds.forEach(time -> clock.tick());
    return clock;
  }
}
