package ferlive.app.source;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what a user names for analysis into single sources. */
public final class Inputs {
  private Inputs() {}

  /** Whether an input is a file that is a picture by its first bytes or its name. */
  public static boolean isPicture(String input) {
    return Sources.file(input).filter(PictureFile::accepts).isPresent();
  }

  /** One fault for every input that would have to be a file and is not there. */
  public static List<AppException> missing(List<String> inputs) {
    return inputs.stream()
        .filter(input -> Sources.file(input).filter(Files::notExists).isPresent())
        .map(Sources::noSuchFile)
        .toList();
  }

  /**
   * The pictures of a folder (not of folders in it) by name, or the input itself where it is no
   * folder.
   *
   * @throws AppException INPUT for a folder without a picture
   */
  public static List<String> expand(String input) {
    Optional<Path> folder = Sources.file(input).filter(Files::isDirectory);
    return folder.isPresent() ? pictures(input, folder.get()) : List.of(input);
  }

  private static List<String> pictures(String input, Path folder) {
    List<String> pictures;
    try (Stream<Path> files = Files.list(folder)) {
      pictures =
          files
              .filter(file -> PictureFile.isNamedAsPicture(file) && !Files.isDirectory(file))
              .map(Path::toString)
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new AppException(ExitCode.INPUT, input + ": the folder cannot be read", e);
    }
    if (pictures.isEmpty()) {
      throw new AppException(ExitCode.INPUT, input + ": no picture in this folder");
    }
    return pictures;
  }
}
