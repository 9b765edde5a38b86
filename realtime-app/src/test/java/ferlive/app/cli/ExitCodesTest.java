package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
  @Test
  void of_prefersTheHighestListed() {
    assertThat(ExitCodes.of(faults(ExitCode.OUTPUT, ExitCode.INPUT))).isEqualTo(ExitCode.INPUT);
    assertThat(ExitCodes.of(faults(ExitCode.INPUT, ExitCode.SOURCE))).isEqualTo(ExitCode.SOURCE);
    assertThat(ExitCodes.of(faults(ExitCode.DEVICE, ExitCode.MODEL))).isEqualTo(ExitCode.MODEL);
    assertThat(ExitCodes.of(faults())).isEqualTo(ExitCode.OK);
  }

  @Test
  void of_takesOtherExceptionsForInternalFaults() {
    IllegalStateException broken = new IllegalStateException("broken");

    assertThat(ExitCodes.of(List.of(broken))).isEqualTo(ExitCode.INTERNAL);
    assertThat(ExitCodes.of(List.of(broken, new AppException(ExitCode.OUTPUT, "full"))))
        .isEqualTo(ExitCode.OUTPUT);
  }

  private static List<AppException> faults(ExitCode... codes) {
    return Stream.of(codes).map(code -> new AppException(code, "x")).toList();
  }
}
