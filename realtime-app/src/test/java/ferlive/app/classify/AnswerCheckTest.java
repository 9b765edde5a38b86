package ferlive.app.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {
  private final AnswerCheck check = new AnswerCheck("model file a.onnx");

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.75, ''",
    "0, 1, ''",
    "NaN, 1, no probability",
    "Infinity, 0, no probability",
    "-0.1, 1.1, no probability",
    "0.5, 0.4, sum to 0.900",
    "1, 1, sum to 2.000"
  })
  void fault_isNamedWhereTheAnswerIsNoDistribution(float first, float second, String fault) {
    float[] values = {9, first, second, 9};

    assertThat(AnswerCheck.fault(values, 1, 2).orElse("")).contains(fault);
    assertThat(AnswerCheck.fault(values, 1, 2).isEmpty()).isEqualTo(fault.isEmpty());
  }

  @Test
  void trouble_afterTenBadRunsInARow() {
    IntStream.range(0, 9).forEach(i -> check.bad("answers with NaN"));
    check.good();
    IntStream.range(0, 9).forEach(i -> check.bad("answers with NaN"));
    assertThat(check.trouble()).isEmpty();

    check.bad("answers with NaN");

    assertThat(check.trouble())
        .contains("model file a.onnx is broken: it answers with NaN, 10 times in a row");
    assertThat(check.unknown()).isEqualTo(19);
  }
}
