package ferlive.app.testing;

import ferlive.app.camera.Camera;
import ferlive.app.camera.CameraFault;
import ferlive.app.camera.CameraMode;
import ferlive.app.camera.Cameras;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cameras that are not there. */
public record FakeCameras(List<Camera> list) implements Cameras {
  /** So high that no device file of this machine has the number. */
  private static final int FIRST = 90;

  public static FakeCameras none() {
    return new FakeCameras(List.of());
  }

  /** Cameras from number 90 on, each with one mode. */
  public static FakeCameras named(String... names) {
    return new FakeCameras(
        IntStream.range(0, names.length)
            .mapToObj(i -> camera(FIRST + i, names[i], Optional.empty()))
            .toList());
  }

  /** One camera that cannot be used. */
  public static FakeCameras broken(CameraFault fault) {
    return new FakeCameras(List.of(camera(FIRST, "Broken Camera", Optional.of(fault))));
  }

  private static Camera camera(int number, String name, Optional<CameraFault> fault) {
    CameraMode mode = new CameraMode("MJPG", 1280, 720, List.of(30.0, 7.5));
    return new Camera(number, "/dev/video" + number, name, List.of(mode), fault);
  }

  @Override
  public Optional<CameraFault> fault(String device) {
    return Optional.empty();
  }
}
