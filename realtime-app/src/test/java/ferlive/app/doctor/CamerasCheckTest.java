package ferlive.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.app.camera.CameraFault;
import ferlive.app.doctor.Finding.State;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.FakeCameras;
import org.junit.jupiter.api.Test;

class CamerasCheckTest {
  @Test
  void run_namesTheCameras() {
    Finding finding = new CamerasCheck(FakeCameras.named("One", "Two")).run();

    assertThat(finding.state()).isEqualTo(State.OK);
    assertThat(finding.text()).isEqualTo("90 (One), 91 (Two)");
  }

  @Test
  void run_isMissingOneWithoutAny() {
    Finding finding = new CamerasCheck(FakeCameras.none()).run();

    assertThat(finding.exitCode()).isEqualTo(ExitCode.SOURCE);
    assertThat(finding.remedy().orElseThrow()).contains("--source demo");
  }

  @Test
  void run_isMissingOneWhereNoneCanBeUsed() {
    Finding finding = new CamerasCheck(FakeCameras.broken(CameraFault.IN_USE)).run();

    assertThat(finding.exitCode()).isEqualTo(ExitCode.SOURCE);
    assertThat(finding.text()).contains("Broken Camera", "another program uses it");
  }
}
