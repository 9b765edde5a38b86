package ferlive.trainer.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The files below a folder or in a zip. Confined to one thread. */
sealed interface FileTree extends Closeable permits FolderTree, ZipTree {
  /** FER2013 has 35,887. */
  int MAX_FILES = 100_000;

  /** A picture of 10 megapixels without compression. */
  int MAX_FILE_BYTES = 32 * 1024 * 1024;

  /** Paths from the top, with slashes, sorted; what operating systems strew about is not listed. */
  List<String> names();

  /** How to name a file, or the folder of files, to the user. */
  String place(String name);

  /**
   * The bytes of a file.
   *
   * @throws BadSampleException when it is larger than {@link #MAX_FILE_BYTES} or cannot be read
   */
  byte[] read(String name) throws BadSampleException;

  /** Hash over the whole, 64 hex digits; see {@link DatasetOrigin#sha256}. */
  String sha256() throws IOException;

  /** Whether a file belongs to an operating system's file manager and not to the data. */
  static boolean isLitter(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith(".")
        || name.contains("/.")
        || name.startsWith("__MACOSX/")
        || file.equalsIgnoreCase("Thumbs.db")
        || file.equalsIgnoreCase("desktop.ini");
  }
}
