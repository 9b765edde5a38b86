package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.asset.HomeFolder;
import ferlive.app.doctor.Finding.State;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.FakeCameras;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir private Path folder;
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

  @Test
  void examine_onlyNotesWhatTheDefaultRunDoesWithout() {
    CountDownLatch never = new CountDownLatch(1);
    checks.put(
        "an extra",
        Check.ofExtra(
            () -> {
              throw new AppException(ExitCode.MODEL, "other.onnx is missing");
            }));
    checks.put(
        "a slow extra",
        Check.ofExtra(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Finding.ok("a slow extra", "late");
            }));

    List<Finding> findings = examine(Duration.ofMillis(500));
    never.countDown();

    assertThat(findings).extracting(Finding::state).containsOnly(State.NOTE);
    assertThat(findings).extracting(Finding::exitCode).containsOnly(ExitCode.OK);
    assertThat(findings.get(0).text()).isEqualTo("other.onnx is missing");
  }

  @Test
  void ofMachine_isContentWithTheDefaultModelAndOneDetector() throws IOException {
    Path shipped = HomeFolder.find().models();
    Path models = Files.createDirectories(new HomeFolder(folder).models());
    for (String needed : List.of("manifest.json", "ferlive.onnx", "detectors")) {
      Files.createSymbolicLink(models.resolve(needed), shipped.resolve(needed).toRealPath());
    }

    Map<String, State> states = new HashMap<>();
    Doctor.ofMachine(() -> new HomeFolder(folder), FakeCameras.named("One"), () -> {})
        .examine()
        .forEach(finding -> states.put(finding.what(), finding.state()));

    assertThat(states)
        .containsEntry("models", State.NOTE)
        .containsEntry("cascades", State.NOTE)
        .containsEntry("default model", State.OK)
        .containsEntry("detector", State.OK);
  }

  private List<Finding> examine(Duration patience) {
    return new Doctor(checks, patience).examine();
  }
}
