package ferlive.app.camera;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out which cameras there are. None is switched on for it. */
public interface Cameras {
  /** All cameras, by number. */
  List<Camera> list();

  /**
   * Why a camera cannot be opened; empty where nothing is known to be in the way.
   *
   * @param device number, or path of the device
   */
  Optional<CameraFault> fault(String device);

  /** Those of this machine. */
  static Cameras ofSystem() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("linux")) {
      return LinuxCameras.ofSystem();
    }
    return new AvDeviceCameras(system.startsWith("windows") ? "dshow" : "avfoundation");
  }
}
