package ferlive.app.doctor;

import ferlive.app.camera.Camera;
import ferlive.app.camera.CameraFault;
import ferlive.app.camera.Cameras;
import ferlive.app.error.ExitCode;
import java.util.List;
import java.util.stream.Collectors;

/** Whether there is a camera that can be opened. */
final class CamerasCheck implements Check {
  private final Cameras cameras;

  CamerasCheck(Cameras cameras) {
    this.cameras = cameras;
  }

  @Override
  public Finding run() {
    List<Camera> found = cameras.list();
    if (found.isEmpty()) {
      return Finding.missing(
          "cameras",
          "there is none",
          "connect one, or `live --source demo`, which needs none",
          ExitCode.SOURCE);
    }
    String text = found.stream().map(CamerasCheck::text).collect(Collectors.joining(", "));
    boolean usable = found.stream().anyMatch(camera -> camera.fault().isEmpty());
    return usable
        ? Finding.ok("cameras", text)
        : Finding.missing(
            "cameras", text, "until then `live --source demo` needs none", ExitCode.SOURCE);
  }

  private static String text(Camera camera) {
    String fault = camera.fault().map(CameraFault::sentence).map(why -> ": " + why).orElse("");
    return camera.number() + " (" + camera.name() + ")" + fault;
  }
}
