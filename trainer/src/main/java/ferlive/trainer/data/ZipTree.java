package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files in a zip, read where they are: nothing is unpacked to disk. All entries are checked
 * before the first is read, and each holds no more than the directory of the archive says.
 */
final class ZipTree implements FileTree {
  private static final long MAX_TOTAL_BYTES = 2L << 30;
  private static final long MAX_RATIO = 200;

  private final Path path;
  private final ZipFile zip;
  private final List<String> names = new ArrayList<>();

  private ZipTree(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens and checks an archive.
   *
   * @throws TrainerException with {@link ExitCode#INPUT} when it is damaged or not safe to read
   */
  static ZipTree open(Path path) throws IOException {
    try {
      ZipTree tree = new ZipTree(path, new ZipFile(path.toFile()));
      try {
        tree.check();
      } catch (RuntimeException e) {
        tree.close();
        throw e;
      }
      return tree;
    } catch (ZipException | EOFException e) {
      // Where a header is cut, an archive just ends.
      String why = e instanceof EOFException ? "it ends early" : e.getMessage();
      throw new TrainerException(ExitCode.INPUT, path + ": not a readable zip (" + why + ")", e);
    }
  }

  @Override
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  @Override
  public String place(String name) {
    return path.getFileName() + "!" + name;
  }

  @Override
  public byte[] read(String name) throws BadSampleException {
    ZipEntry entry = zip.getEntry(name);
    int size = (int) entry.getSize();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(size + 1);
      if (bytes.length != size) {
        throw new BadSampleException("the entry does not hold the " + size + " bytes it declares");
      }
      CRC32 crc = new CRC32();
      crc.update(bytes);
      // ZipFile does not compare it, unlike ZipInputStream.
      if (crc.getValue() != entry.getCrc()) {
        throw new BadSampleException("the entry does not match its checksum");
      }
      return bytes;
    } catch (IOException e) {
      throw new BadSampleException("the entry cannot be read (" + e.getMessage() + ")");
    }
  }

  @Override
  public String sha256() throws IOException {
    return Sha256.ofFile(path);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void check() {
    if (zip.size() > MAX_FILES) {
      throw refused(path.getFileName() + ": holds more than " + MAX_FILES + " entries");
    }
    Set<String> seen = new HashSet<>();
    long total = 0;
    for (ZipEntry entry : entries()) {
      String name = entry.getName();
      Optional<String> fault = EntryName.fault(name).or(() -> sizeFault(entry));
      if (fault.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
        fault = Optional.of("the name occurs twice");
      }
      total += Math.max(0, entry.getSize());
      if (fault.isEmpty() && total > MAX_TOTAL_BYTES) {
        fault = Optional.of("the archive holds more than " + MAX_TOTAL_BYTES + " bytes");
      }
      if (fault.isPresent()) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        throw refused(place(shown.substring(0, Math.min(80, shown.length()))) + ": " + fault.get());
      }
      if (!entry.isDirectory() && !FileTree.isLitter(name)) {
        names.add(name);
      }
    }
    Collections.sort(names);
  }

  private List<? extends ZipEntry> entries() {
    try {
      return Collections.list(zip.entries());
    } catch (IllegalArgumentException e) {
      // Java decodes some names only when asked for them, and has no better fault for those.
      throw refused(path.getFileName() + ": a name in it is no text");
    }
  }

  private static Optional<String> sizeFault(ZipEntry entry) {
    long size = entry.getSize();
    if (size < 0 || size > MAX_FILE_BYTES) {
      return Optional.of("the entry is larger than " + MAX_FILE_BYTES + " bytes");
    }
    if (size > MAX_RATIO * Math.max(1, entry.getCompressedSize())) {
      return Optional.of("the entry unpacks to more than " + MAX_RATIO + " times its size");
    }
    return Optional.empty();
  }

  private static TrainerException refused(String message) {
    return new TrainerException(ExitCode.INPUT, message);
  }
}
