package ferlive.trainer.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps the raw bytes of data sets for the next start, one file each. A file that is damaged, or
 * cannot be written, costs time and a warning and nothing else.
 */
final class DatasetCache {
  private static final int CHECKSUM_BYTES = Long.BYTES;

  private final Path directory;
  private final ProblemListener listener;

  DatasetCache(Path directory, ProblemListener listener) {
    this.directory = directory;
    this.listener = listener;
  }

  /** What was stored under exactly this key, if it is there and whole. */
  Optional<CacheFormat.Content> load(CacheKey key) {
    Path file = directory.resolve(key.fileName());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      if (hasChecksum(file)) {
        try (DataInputStream in = new DataInputStream(open(file))) {
          return CacheFormat.read(in, key.digest());
        }
      }
      listener.problem(new Problem(file.toString(), "the cache is damaged, the data is read anew"));
    } catch (IOException e) {
      listener.problem(
          new Problem(file.toString(), "the cache cannot be read, the data is read anew"));
    }
    return Optional.empty();
  }

  /** Replaces what is stored for the same data. Readers see the old file or the new, whole. */
  void store(CacheKey key, CacheFormat.Content content) {
    Path file = directory.resolve(key.fileName());
    try {
      Files.createDirectories(directory);
      Path unfinished = Files.createTempFile(directory, key.fileName(), ".tmp");
      try {
        write(unfinished, key, content);
        Files.move(
            unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      listener.problem(
          new Problem(
              file.toString(), "the cache cannot be written, the next start reads the data anew"));
    }
  }

  private static void write(Path file, CacheKey key, CacheFormat.Content content)
      throws IOException {
    try (FileOutputStream to = new FileOutputStream(file.toFile());
        CheckedOutputStream checked =
            new CheckedOutputStream(new BufferedOutputStream(to, 1 << 16), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      CacheFormat.write(out, key.digest(), content);
      out.writeLong(checked.getChecksum().getValue());
      out.flush();
      to.getFD().sync();
    }
  }

  private static boolean hasChecksum(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    long left = Files.size(file) - CHECKSUM_BYTES;
    byte[] buffer = new byte[1 << 16];
    try (DataInputStream in = new DataInputStream(open(file))) {
      while (left > 0) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          return false;
        }
        crc.update(buffer, 0, n);
        left -= n;
      }
      return left == 0 && in.readLong() == crc.getValue();
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }
}
