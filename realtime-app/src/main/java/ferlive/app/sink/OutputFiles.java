package ferlive.app.sink;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates output files, which tell of faces and so are for their owner only: also one that others
 * could read before, as far as its owner and its disk let that be changed.
 */
public final class OutputFiles {
  private static final Logger LOG = LoggerFactory.getLogger(OutputFiles.class);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  private OutputFiles() {}

  /**
   * Creates or empties a file.
   *
   * @throws AppException OUTPUT when that is not possible
   */
  public static OutputStream create(Path file) {
    try {
      return Channels.newOutputStream(open(file));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Puts a whole file in place of an old one or none: whoever looks sees the old or the new one,
   * also after a power cut.
   *
   * @throws AppException OUTPUT when that is not possible
   */
  public static void replace(Path file, byte[] content) {
    Path part = part(file);
    try {
      try (FileChannel channel = open(part)) {
        for (ByteBuffer left = ByteBuffer.wrap(content); left.hasRemaining(); ) {
          channel.write(left);
        }
      }
      publish(part, file);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw unwritable(file, e);
    }
  }

  /** Where a file is built that gets its name when it is whole. */
  public static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** Gives a file that was built beside its place its name, once it is on the disk. */
  public static void publish(Path part, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and writes their entries by itself.
      LOG.debug("the folder of {} cannot be forced to the disk", file, e);
    }
  }

  /**
   * Tries whether a file can be created or written, and leaves everything as it was.
   *
   * @throws AppException OUTPUT when it cannot
   */
  public static void checkWritable(Path file) {
    boolean existed = Files.exists(file);
    try {
      Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
          .close();
      if (!existed) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static AppException unwritable(Path file, IOException e) {
    return new AppException(ExitCode.OUTPUT, file + ": cannot be written (" + reason(e) + ")", e);
  }

  private static FileChannel open(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return FileChannel.open(file, OPTIONS);
    }
    FileChannel channel =
        FileChannel.open(file, OPTIONS, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    keepFromOthers(file);
    return channel;
  }

  /** The attribute above holds for a file that is made, not for one that was there. */
  private static void keepFromOthers(Path file) {
    try {
      if (Files.isRegularFile(file) && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
        Files.setPosixFilePermissions(file, OWNER_ONLY);
      }
    } catch (IOException e) {
      LOG.warn("{} may be read by others, as it could before", file.getFileName(), e);
    }
  }

  /** Why it failed, in words for the user. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
