package ferlive.trainer.data;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens one data set: finds its form, asks the cache, reads, fills the cache. */
final class DatasetOpener {
  private final Path data;
  private final DatasetOptions options;
  private final ProblemListener listener;

  DatasetOpener(Path data, DatasetOptions options, ProblemListener listener) {
    this.data = data;
    this.options = options;
    this.listener = listener;
  }

  /** Something that reads the data itself. */
  private interface Reading {
    CacheFormat.Content read() throws IOException;
  }

  /** The last part of a path, also of one like {@code .} or {@code ..}. */
  static String nameOf(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  FaceDataset open() throws IOException {
    if (!Files.exists(data)) {
      throw refused("no such file or folder");
    }
    if (Files.isDirectory(data)) {
      FolderTree tree = FolderTree.list(data);
      return open(tree.fingerprint(), () -> read(tree));
    }
    BasicFileAttributes facts = Files.readAttributes(data, BasicFileAttributes.class);
    return open(facts.size() + " " + facts.lastModifiedTime(), this::readFile);
  }

  private FaceDataset open(String fingerprint, Reading reading) throws IOException {
    CacheKey key =
        new CacheKey(
            data.toAbsolutePath().normalize(), fingerprint, options.side(), options.labels());
    DatasetCache cache = new DatasetCache(options.cacheDirectory(), listener);
    Optional<CacheFormat.Content> cached = cache.load(key);
    if (cached.isPresent()) {
      return reportAgain(cached.get());
    }
    CacheFormat.Content content = reading.read();
    // Plain folders are small, and may be pictures that their owner wants no copies of.
    if (content.dataset().origin().form() != DatasetForm.PLAIN) {
      cache.store(key, content);
    }
    return content.dataset();
  }

  /** What is left out is said at every start, not only at the one that read the data. */
  private FaceDataset reportAgain(CacheFormat.Content content) {
    List<Problem> problems = content.problems();
    problems.forEach(listener::problem);
    int more = content.dataset().origin().leftOut() - problems.size();
    if (more > 0) {
      listener.problem(new Problem(nameOf(data), "another " + more + " samples are left out"));
    }
    return content.dataset();
  }

  private CacheFormat.Content readFile() throws IOException {
    if (isZip(data)) {
      try (ZipTree tree = ZipTree.open(data)) {
        return read(tree);
      }
    }
    if (nameOf(data).toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return readCsv();
    }
    throw refused("neither a zip, nor a csv, nor a folder of faces");
  }

  private CacheFormat.Content read(FileTree tree) throws IOException {
    ProblemLog problems = newLog();
    TreeReader reader = new TreeReader(tree, options, problems);
    return content(reader.form(), reader.read(), problems, tree.sha256());
  }

  private CacheFormat.Content readCsv() throws IOException {
    ProblemLog problems = newLog();
    FaceCollector faces;
    try (InputStream in = Files.newInputStream(data)) {
      faces = new FerCsvReader(data, options, problems).read(in);
    }
    return content(DatasetForm.CSV, faces, problems, Sha256.ofFile(data));
  }

  private CacheFormat.Content content(
      DatasetForm form, FaceCollector faces, ProblemLog problems, String sha256) {
    problems.judge(faces.size());
    DatasetOrigin origin = new DatasetOrigin(nameOf(data), form, sha256, problems.leftOut());
    FaceDataset dataset =
        new FaceDataset(origin, options.labels(), options.side(), faces.pixels(), faces.index());
    return new CacheFormat.Content(dataset, problems.kept());
  }

  private ProblemLog newLog() {
    return new ProblemLog(data.toString(), listener);
  }

  /** Whether a file begins as a zip does. */
  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(2);
      return first.length == 2 && first[0] == 'P' && first[1] == 'K';
    }
  }

  private TrainerException refused(String reason) {
    return new TrainerException(ExitCode.INPUT, data + ": " + reason);
  }
}
