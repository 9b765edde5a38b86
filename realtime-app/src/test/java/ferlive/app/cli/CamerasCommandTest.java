package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.camera.CameraFault;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.FakeCameras;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CamerasCommandTest {
  private final CommandRun run = new CommandRun();

  @Test
  void list_tellsNumberNameAndModes() {
    assertThat(cameras(FakeCameras.named("Logitech C920", "Other"))).isZero();

    assertThat(run.out())
        .containsPattern("90 +Logitech C920 +MJPG +1280x720 +30, 7.50")
        .containsPattern("91 +Other");
  }

  @Test
  void list_saysWhyACameraCannotBeUsed() {
    assertThat(cameras(FakeCameras.broken(CameraFault.FORBIDDEN)))
        .isEqualTo(ExitCode.SOURCE.code());

    assertThat(run.out()).contains("90", "Broken Camera", "join the group video");
  }

  @Test
  void list_saysWhatToDoWithoutACamera() {
    assertThat(cameras(FakeCameras.none())).isEqualTo(ExitCode.SOURCE.code());

    assertThat(run.err()).contains("there is no camera", "--source demo").hasLineCount(1);
  }

  @Test
  void json_holdsTheSame() throws IOException {
    assertThat(cameras(FakeCameras.named("Logitech C920"), "--json")).isZero();

    JsonNode camera = new ObjectMapper().readTree(run.out()).path("cameras").path(0);
    assertThat(camera.path("number").asInt()).isEqualTo(90);
    assertThat(camera.path("name").asText()).isEqualTo("Logitech C920");
    assertThat(camera.path("modes").path(0).path("width").asInt()).isEqualTo(1280);
    assertThat(camera.path("modes").path(0).path("fps")).hasSize(2);
  }

  private int cameras(FakeCameras cameras, String... arguments) {
    return run.run(console -> new CamerasCommand(console, cameras), "cameras", arguments);
  }
}
