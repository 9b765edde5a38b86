package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
  private static final Supervision RULES = Supervision.ofStream(Supervision.FOR_EVER);

  @Test
  void next_doublesUpToHalfAMinute() {
    BackOff backOff = new BackOff(RULES, () -> 0.5);

    List<Long> millis = Stream.generate(() -> backOff.next().toMillis()).limit(9).toList();

    assertThat(millis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
  }

  @Test
  void next_variesByAFifth() {
    SplittableRandom random = new SplittableRandom(1);
    List<Double> factors =
        Stream.generate(() -> new BackOff(RULES, random::nextDouble).next().toNanos() / 5e8)
            .limit(1000)
            .toList();

    assertThat(factors).allMatch(factor -> factor >= 0.8 && factor <= 1.2);
    assertThat(factors).anyMatch(factor -> factor < 0.85).anyMatch(factor -> factor > 1.15);
  }

  /** The waits alone allow 14; attempts that take their 10 s to fail leave room for fewer. */
  @ParameterizedTest
  @CsvSource({"0, 14", "10, 12"})
  void next_keepsTheAttemptsOfFiveMinutesFew(int secondsPerAttempt, int most) {
    BackOff backOff = new BackOff(RULES, () -> 0.5);
    Duration time = Duration.ZERO;
    int attempts = 0;
    while (true) {
      time = time.plus(backOff.next());
      if (time.compareTo(Duration.ofMinutes(5)) > 0) {
        break;
      }
      attempts++;
      time = time.plusSeconds(secondsPerAttempt);
    }

    assertThat(attempts).isBetween(5, most);
  }

  @ParameterizedTest
  @CsvSource({"29, 4000", "30, 500"})
  void next_isShortAgainOnceTheSourceWasOnlineForHalfAMinute(int seconds, long millis) {
    BackOff backOff = new BackOff(RULES, () -> 0.5);
    backOff.next();
    backOff.next();
    backOff.next();

    backOff.wasOnline(Duration.ofSeconds(seconds));

    assertThat(backOff.next()).hasMillis(millis);
  }
}
