package ferlive.app.camera;

import ferlive.app.camera.VideoDevices.DeviceException;
import ferlive.app.camera.VideoDevices.VideoDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cameras of Linux: names from the kernel's list of video devices, modes from the devices
 * themselves. Confined to one thread.
 */
final class LinuxCameras implements Cameras {
  private static final String PREFIX = "video";
  private static final Pattern DEVICE = Pattern.compile(PREFIX + "\\d{1,3}");
  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int ENXIO = 6;
  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int ENODEV = 19;

  private final Path kernel;
  private final Path files;
  private final VideoDevices devices;

  /**
   * @param kernel folder with a folder for each device, which holds its name
   * @param files folder of the device files
   */
  LinuxCameras(Path kernel, Path files, VideoDevices devices) {
    this.kernel = kernel;
    this.files = files;
    this.devices = devices;
  }

  static LinuxCameras ofSystem() {
    return new LinuxCameras(
        Path.of("/sys/class/video4linux"), Path.of("/dev"), new SystemVideoDevices());
  }

  @Override
  public List<Camera> list() {
    List<Camera> cameras = new ArrayList<>();
    numbers().forEach(number -> camera(number).ifPresent(cameras::add));
    return cameras;
  }

  /**
   * The kernel's list, and the device files: in a container the one may be there without the other.
   */
  private Stream<Integer> numbers() {
    return Stream.of(kernel, files)
        .flatMap(folder -> names(folder).stream())
        .filter(name -> DEVICE.matcher(name).matches())
        .map(name -> Integer.valueOf(name.substring(PREFIX.length())))
        .distinct()
        .sorted();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException e) {
      // Not there where no driver is loaded.
      return List.of();
    }
  }

  /** Empty for a device that is no camera. */
  private Optional<Camera> camera(int number) {
    Path file = files.resolve(PREFIX + number);
    try (VideoDevice device = devices.open(file)) {
      Video4Linux video = new Video4Linux(device);
      if (!video.isCamera()) {
        return Optional.empty();
      }
      return Optional.of(camera(number, file, video.modes(), fault(video)));
    } catch (DeviceException e) {
      return Optional.of(camera(number, file, List.of(), Optional.of(fault(e))));
    }
  }

  private Camera camera(
      int number, Path file, List<CameraMode> modes, Optional<CameraFault> fault) {
    return new Camera(number, file.toString(), name(number), modes, fault);
  }

  private String name(int number) {
    try {
      return Files.readString(kernel.resolve(PREFIX + number).resolve("name")).strip();
    } catch (IOException e) {
      return "camera " + number;
    }
  }

  @Override
  public Optional<CameraFault> fault(String device) {
    boolean numbered = device.chars().allMatch(Character::isDigit);
    Path file = numbered ? files.resolve(PREFIX + Integer.parseInt(device)) : Path.of(device);
    // Asked first: without a file nothing native has to be loaded.
    if (Files.notExists(file)) {
      return Optional.of(CameraFault.GONE);
    }
    try (VideoDevice open = devices.open(file)) {
      Video4Linux video = new Video4Linux(open);
      return video.isCamera() ? fault(video) : Optional.of(CameraFault.UNUSABLE);
    } catch (DeviceException e) {
      return Optional.of(fault(e));
    }
  }

  private static Optional<CameraFault> fault(Video4Linux video) {
    try {
      video.requireFree();
      return Optional.empty();
    } catch (DeviceException e) {
      // Drivers without such buffers refuse for other reasons, and work.
      return e.errno() == EBUSY ? Optional.of(CameraFault.IN_USE) : Optional.empty();
    }
  }

  private static CameraFault fault(DeviceException refusal) {
    return switch (refusal.errno()) {
      case ENOENT, ENODEV, ENXIO -> CameraFault.GONE;
      case EACCES, EPERM -> CameraFault.FORBIDDEN;
      case EBUSY -> CameraFault.IN_USE;
      default -> CameraFault.UNUSABLE;
    };
  }
}
