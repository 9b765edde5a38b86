package ferlive.app.camera;

import java.util.List;
import java.util.Optional;

/**
 * A camera of this machine.
 *
 * @param number by which {@code --source} takes it
 * @param device its path, or the system's own name for it
 * @param name as its maker gave it
 * @param modes what it can give; empty where the system does not tell
 * @param fault why it cannot be used now, where something is in the way
 */
public record Camera(
    int number, String device, String name, List<CameraMode> modes, Optional<CameraFault> fault) {
  public Camera {
    modes = List.copyOf(modes);
  }
}
