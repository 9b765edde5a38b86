package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The files below a folder. Links are followed: a folder of data may be made of them. */
final class FolderTree implements FileTree {
  private final Path folder;
  private final SortedMap<String, Stamp> files = new TreeMap<>();

  private record Stamp(long bytes, long modifiedNanos) {}

  private FolderTree(Path folder) {
    this.folder = folder;
  }

  /**
   * Lists a folder.
   *
   * @throws TrainerException with {@link ExitCode#INPUT} when it holds too many files
   */
  static FolderTree list(Path folder) throws IOException {
    FolderTree tree = new FolderTree(folder);
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            tree.add(file, facts);
            return FileVisitResult.CONTINUE;
          }
        });
    return tree;
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  @Override
  public String place(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public byte[] read(String name) throws BadSampleException {
    Path file = folder.resolve(name);
    // A pipe would keep the reader waiting for ever.
    if (!Files.isRegularFile(file)) {
      throw new BadSampleException("not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
      if (bytes.length > MAX_FILE_BYTES) {
        throw new BadSampleException("the file is larger than " + MAX_FILE_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new BadSampleException("the file cannot be read");
    }
  }

  @Override
  public String sha256() throws IOException {
    MessageDigest digest = Sha256.digest();
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      String contents =
          Files.isReadable(file) && Files.isRegularFile(file) ? Sha256.ofFile(file) : "";
      digest.update((name + "\n" + contents + "\n").getBytes(UTF_8));
    }
    return Sha256.hex(digest);
  }

  /** Differs whenever a file came, went, or was written to. */
  String fingerprint() {
    MessageDigest digest = Sha256.digest();
    ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
    for (Map.Entry<String, Stamp> file : files.entrySet()) {
      Stamp stamp = file.getValue();
      digest.update(file.getKey().getBytes(UTF_8));
      digest.update((byte) 0);
      digest.update(numbers.putLong(stamp.bytes()).putLong(stamp.modifiedNanos()).array());
      numbers.clear();
    }
    return Sha256.hex(digest);
  }

  @Override
  public void close() {}

  private void add(Path file, BasicFileAttributes facts) {
    String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
    if (FileTree.isLitter(name)) {
      return;
    }
    if (files.size() == MAX_FILES) {
      throw new TrainerException(
          ExitCode.INPUT, folder + ": holds more than " + MAX_FILES + " files");
    }
    files.put(name, new Stamp(facts.size(), facts.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
  }
}
