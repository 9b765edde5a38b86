package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    return first(numbers(devices), opening, "there is no camera; `--source demo` needs no camera");
  }

  /**
   * Opens the next device after one that gives a picture, round and round.
   *
   * @param current number or path of the device that is open, which is left out; or no device
   * @throws AppException SOURCE when there is no other; the first one's fault when none opens
   */
  static FrameSource after(String current, Path devices, Function<String, FrameSource> opening) {
    List<Integer> others = new ArrayList<>(numbers(devices));
    String digits = current.replaceFirst("^/dev/" + PREFIX, "");
    int at = others.indexOf(digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1);
    if (at >= 0) {
      Collections.rotate(others, -at);
      others.remove(0);
    }
    return first(others, opening, "there is no other camera");
  }

  private static FrameSource first(
      List<Integer> numbers, Function<String, FrameSource> opening, String none) {
    AppException first = null;
    for (int number : numbers) {
      try {
        return opening.apply(Integer.toString(number));
      } catch (AppException e) {
        first = first == null ? e : first;
      }
    }
    throw first != null ? first : new AppException(ExitCode.SOURCE, none);
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
