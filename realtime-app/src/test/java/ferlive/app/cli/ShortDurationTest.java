package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShortDurationTest {
  @ParameterizedTest
  @CsvSource({"3s, PT3S", "30m, PT30M", "24h, PT24H", "7d, PT168H"})
  void convert_readsSecondsToDays(String text, Duration expected) {
    assertThat(new ShortDuration().convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "0s", "-1h", "1.5h", "3 s", "3w", "9999999d"})
  void convert_refusesTheRest(String text) {
    assertThatThrownBy(() -> new ShortDuration().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("24h");
  }
}
