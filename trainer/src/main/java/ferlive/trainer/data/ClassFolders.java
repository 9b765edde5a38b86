package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Finds out which classes a data set has, before it is read. */
public final class ClassFolders {
  private static final int MOST = Byte.MAX_VALUE;

  private ClassFolders() {}

  /**
   * The classes of a data set: the names of the folders that hold its pictures, in lower case and
   * alphabetical order; for FER2013 its seven expressions, whatever its form.
   *
   * @param data a folder, zip or csv
   * @throws TrainerException with INPUT when it cannot be read, or has fewer than 2 classes or more
   *     than 127
   */
  public static List<String> of(Path data) {
    try {
      if (Files.isDirectory(data)) {
        return named(data, FolderTree.list(data));
      }
      // Whatever is no zip is told of, or held against fer2013.csv, when it is read.
      if (!Files.isRegularFile(data) || !DatasetOpener.isZip(data)) {
        return Expression.LABELS;
      }
      try (ZipTree tree = ZipTree.open(data)) {
        return named(data, tree);
      }
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, data + ": cannot be read", e);
    }
  }

  private static List<String> named(Path data, FileTree tree) {
    TreeSet<String> names = new TreeSet<>();
    for (String file : tree.names()) {
      String[] parts = file.split("/", -1);
      if (parts.length > 1 && PictureDecoder.isPicture(file)) {
        names.add(parts[parts.length - 2].toLowerCase(Locale.ROOT));
      }
    }
    if (names.size() < 2 || names.size() > MOST) {
      throw new TrainerException(
          ExitCode.INPUT,
          "%s: holds pictures in %d class folders, expected 2 to %d"
              .formatted(data, names.size(), MOST));
    }
    return List.copyOf(names);
  }
}
