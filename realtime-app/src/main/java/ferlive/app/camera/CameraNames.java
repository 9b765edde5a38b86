package ferlive.app.camera;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds a camera by a part of its name. */
public final class CameraNames {
  private CameraNames() {}

  /**
   * Finds the camera whose name holds some words, in whatever case. One that has just this name
   * goes before those that only hold it.
   *
   * @return empty where none does
   * @throws AppException SOURCE where several do
   */
  public static Optional<Camera> find(String part, List<Camera> cameras) {
    String wanted = part.toLowerCase(Locale.ROOT);
    List<Camera> same = cameras.stream().filter(camera -> lower(camera).equals(wanted)).toList();
    List<Camera> found =
        same.size() == 1
            ? same
            : cameras.stream().filter(camera -> lower(camera).contains(wanted)).toList();
    if (found.size() > 1) {
      throw new AppException(
          ExitCode.SOURCE,
          "'%s' may be any of the cameras %s; give more of the name, or the number"
              .formatted(
                  part, found.stream().map(CameraNames::text).collect(Collectors.joining(", "))));
    }
    return found.stream().findFirst();
  }

  private static String lower(Camera camera) {
    return camera.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Camera camera) {
    return camera.number() + " (" + camera.name() + ")";
  }
}
