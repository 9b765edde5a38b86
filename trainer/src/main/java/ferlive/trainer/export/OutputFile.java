package ferlive.trainer.export;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is complete or not there. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Writes beside the place, forces to disk, moves.
   *
   * @throws TrainerException with OUTPUT when it cannot be written; what was there stays
   */
  public static void write(Path file, ByteBuffer content) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(part);
      throw new TrainerException(ExitCode.OUTPUT, "cannot write " + file + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The failure to write is what the user must hear of.
    }
  }
}
