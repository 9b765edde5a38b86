package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.app.asset.HomeFolder;
import ferlive.app.doctor.Doctor;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.testing.FakeCameras;
import java.io.IOException;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  private final CommandRun run = new CommandRun();

  @Test
  void exitCode_isThatOfTheFirstThatIsMissing() {
    assertThat(doctor(FakeCameras.none())).isEqualTo(ExitCode.SOURCE.code());
    assertThat(run.out()).contains("exit code 5: cameras, display");

    assertThat(doctor(FakeCameras.named("Webcam"))).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.out()).contains("exit code 3: display");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void text_tellsEveryThingAndTheWayOut() {
    doctor(FakeCameras.none());

    assertThat(run.out())
        .contains(opencv_core.CV_VERSION, "built with CPUExecutionProvider", "aer-cnn")
        .contains("blazeface", "haar", "Java")
        .containsPattern("missing +cameras +there is none\n +-> connect one");
  }

  @Test
  void json_holdsTheSame() throws IOException {
    doctor(FakeCameras.none(), "--json");

    JsonNode root = new ObjectMapper().readTree(run.out());
    assertThat(root.path("exitCode").asInt()).isEqualTo(5);
    assertThat(root.path("findings").findValuesAsText("what"))
        .contains("Java", "processor", "OpenCV", "FFmpeg", "ONNX Runtime", "CUDA", "display");
    assertThat(root.path("findings").findValuesAsText("state")).contains("ok", "missing");
  }

  private static void noDisplay() {
    throw new AppException(ExitCode.INPUT, "no display");
  }

  private int doctor(FakeCameras cameras, String... arguments) {
    return run.run(
        console ->
            new DoctorCommand(
                console, Doctor.ofMachine(HomeFolder::find, cameras, DoctorCommandTest::noDisplay)),
        "doctor",
        arguments);
  }
}
