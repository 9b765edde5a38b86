package ferlive.trainer.output;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file so that it is complete or not there: beside its place, forced to disk, moved. What
 * exists and is no regular file, such as a device or a pipe, is written to directly.
 */
public final class OutputFile {
  private static final Logger LOG = LoggerFactory.getLogger(OutputFile.class);

  private OutputFile() {}

  /**
   * Finds out whether a file could be written, without changing it; makes its folder.
   *
   * @throws TrainerException with OUTPUT when it cannot be written
   */
  public static void check(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new FileSystemException(file.toString(), null, "it is a folder");
      }
      if (isSpecial(file)) {
        FileChannel.open(file, StandardOpenOption.WRITE).close();
        return;
      }
      Path part = part(file);
      Files.createDirectories(part.getParent());
      open(part).close();
      Files.delete(part);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** As {@link #write(Path, ByteBuffer)}, in UTF-8. */
  public static void write(Path file, String text) {
    write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a file; makes its folder.
   *
   * @throws TrainerException with OUTPUT when it cannot be written; what was there stays
   */
  public static void write(Path file, ByteBuffer content) {
    try {
      if (isSpecial(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          writeAll(channel, content);
        }
      } else {
        replace(file, content);
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void replace(Path file, ByteBuffer content) throws IOException {
    Path part = part(file);
    Files.createDirectories(part.getParent());
    try {
      try (FileChannel channel = open(part)) {
        writeAll(channel, content);
        channel.force(true);
      }
      Files.move(
          part,
          part.resolveSibling(real(file).getFileName()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(part);
      throw e;
    }
    forceFolder(part.getParent());
  }

  /** A new name is on the disk only when its folder is. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and writes their entries by itself.
      LOG.debug("cannot force the folder {}: {}", folder, e.getMessage());
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /** Where the file is in truth, so that a link stays one. */
  private static Path real(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  private static Path part(Path file) throws IOException {
    Path real = real(file);
    return real.resolveSibling(real.getFileName() + ".part");
  }

  private static FileChannel open(Path part) throws IOException {
    return FileChannel.open(
        part,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The failure to write is what the user must hear of.
    }
  }

  private static TrainerException failure(Path file, IOException e) {
    return new TrainerException(ExitCode.OUTPUT, "cannot write " + file + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof NotDirectoryException || e instanceof NoSuchFileException) {
      return "no file can be made there";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    boolean plain = e.getClass().equals(IOException.class);
    return plain ? e.getMessage() : e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
