package ferlive.app.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.FakeCameras;
import org.junit.jupiter.api.Test;

class CameraNamesTest {
  private static final FakeCameras CAMERAS =
      FakeCameras.named("Logitech HD Pro C920", "HD Webcam", "HD Webcam: Infrared");

  @Test
  void find_takesAPartInAnyCase() {
    assertThat(CameraNames.find("logitech", CAMERAS.list()))
        .map(Camera::name)
        .contains("Logitech HD Pro C920");
  }

  @Test
  void find_prefersTheWholeName() {
    assertThat(CameraNames.find("hd webcam", CAMERAS.list()))
        .map(Camera::name)
        .contains("HD Webcam");
  }

  @Test
  void find_isEmptyForANameThatNoneHas() {
    assertThat(CameraNames.find("clip.mp4", CAMERAS.list())).isEmpty();
  }

  @Test
  void find_refusesWhatMayBeAnyOfSeveral() {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> CameraNames.find("HD", CAMERAS.list()))
        .withMessageContaining("90 (Logitech HD Pro C920), 91 (HD Webcam)")
        .satisfies(fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.SOURCE));
  }
}
