package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import org.junit.jupiter.api.Test;

class JavaChecksTest {
  @Test
  void java_isToldByVersionAndSystem() {
    assertThat(JavaChecks.java().text())
        .contains(Runtime.version().toString(), System.getProperty("os.arch"), "MiB");
  }

  @Test
  void display_isMissingWhereNoWindowOpens() {
    Finding finding =
        JavaChecks.display(
            () -> {
              throw new AppException(ExitCode.INPUT, "no display");
            });

    assertThat(finding.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(finding.remedy().orElseThrow()).contains("--headless");
  }
}
