package ferlive.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
  @ParameterizedTest
  @CsvSource({"0, 0:00", "4.46, 0:04.5", "59.99, 1:00", "754, 12:34", "86399.4, 23:59:59"})
  void format_isAsPeopleReadIt(double seconds, String text) {
    assertThat(TimeAxis.format(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 2.4", "3, 33", "12, 7200", "0, 86400", "100, 700000"})
  void ticks_areFewAndInside(double from, double to) {
    assertThat(new TimeAxis(from, to).ticks())
        .hasSizeBetween(from == 100 ? 0 : 1, 9)
        .allMatch(tick -> tick >= from - 1e-6 && tick <= to + 1e-6);
  }

  @Test
  void ticks_areRound() {
    assertThat(new TimeAxis(3, 33).ticks()).containsExactly(5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
  }
}
