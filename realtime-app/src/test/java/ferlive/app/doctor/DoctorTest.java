package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.doctor.Finding.State;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private final Map<String, Check> checks = new LinkedHashMap<>();

  @Test
  void examine_goesOnAfterEveryFault() {
    checks.put(
        "a library",
        () -> {
          throw new UnsatisfiedLinkError("no jniopencv_core in java.library.path\nmore");
        });
    checks.put(
        "a file",
        () -> {
          throw new AppException(ExitCode.MODEL, "cascade.xml was changed");
        });
    checks.put("the last", () -> Finding.ok("the last", "fine"));

    List<Finding> findings = examine(Duration.ofSeconds(10));

    assertThat(findings)
        .extracting(Finding::state)
        .containsExactly(State.MISSING, State.MISSING, State.OK);
    assertThat(findings.get(0).text()).contains("no jniopencv_core").hasLineCount(1);
    assertThat(findings.get(0).exitCode()).isEqualTo(ExitCode.INTERNAL);
    assertThat(findings.get(1).text()).isEqualTo("cascade.xml was changed");
    assertThat(findings.get(1).exitCode()).isEqualTo(ExitCode.MODEL);
    assertThat(findings.subList(0, 2)).allMatch(finding -> finding.remedy().isPresent());
  }

  @Test
  void examine_givesUpOnWhatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    checks.put(
        "a driver",
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Finding.ok("a driver", "late");
        });

    assertThat(examine(Duration.ofMillis(50)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("no answer"));
    never.countDown();
  }

  private List<Finding> examine(Duration patience) {
    return new Doctor(checks, patience).examine();
  }
}
