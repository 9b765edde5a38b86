package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the first camera among Linux's video devices, of which not every one is a camera. */
final class CameraSearch {
  private static final String PREFIX = "video";
  private static final Pattern DEVICE = Pattern.compile(PREFIX + "\\d{1,3}");

  private CameraSearch() {}

  /**
   * Opens the devices {@code videoN} in the order of their numbers until one gives a picture.
   *
   * @param devices the folder {@code /dev}
   * @param opening opens the camera of a number
   * @throws AppException SOURCE when there is none; the first one's fault when none opens
   */
  static FrameSource first(Path devices, Function<String, FrameSource> opening) {
    AppException first = null;
    for (int number : numbers(devices)) {
      try {
        return opening.apply(Integer.toString(number));
      } catch (AppException e) {
        first = first == null ? e : first;
      }
    }
    throw first != null
        ? first
        : new AppException(ExitCode.SOURCE, "there is no camera; `--source demo` needs no camera");
  }

  private static List<Integer> numbers(Path devices) {
    try (Stream<Path> files = Files.list(devices)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> DEVICE.matcher(name).matches())
          .map(name -> Integer.valueOf(name.substring(PREFIX.length())))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new AppException(ExitCode.SOURCE, devices + ": cannot be searched for cameras", e);
    }
  }
}
