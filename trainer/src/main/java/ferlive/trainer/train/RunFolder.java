package ferlive.trainer.train;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.output.OutputFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one training: {@code last.ckpt}, {@code previous.ckpt} (one save before), {@code
 * best.ckpt} and {@code history.csv}.
 *
 * <p><b>Ownership</b>: holds a lock on the folder until closed, so that two programs never write
 * one training.
 */
public final class RunFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  private static final String LAST = "last.ckpt";
  private static final String PREVIOUS = "previous.ckpt";

  private final Path folder;
  private final FileChannel lock;

  private RunFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder, which is made when it is not there.
   *
   * @throws TrainerException with OUTPUT when it cannot be written, with INPUT when another program
   *     trains there
   */
  public static RunFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new RunFolder(folder, lock(folder));
    } catch (IOException e) {
      throw new TrainerException(
          ExitCode.OUTPUT, "cannot write to the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * What the training that was begun in a folder is, without touching the folder; empty when there
   * is none.
   *
   * @throws TrainerException with INPUT when one was begun and none of its states is usable
   */
  public static Optional<CheckpointHeader> begun(Path folder) {
    TrainerException failure = null;
    for (String name : new String[] {LAST, PREVIOUS}) {
      Path file = folder.resolve(name);
      try {
        if (Files.exists(file)) {
          return Optional.of(CheckpointFile.read(file).header());
        }
      } catch (TrainerException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new TrainerException(ExitCode.INPUT, "another training is running in " + folder);
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This very program holds it.
      return false;
    }
  }

  public Path path() {
    return folder;
  }

  /** Where the best epoch so far is kept. */
  public Path best() {
    return best(folder);
  }

  /** Where the best epoch of a training in a folder is kept. */
  public static Path best(Path folder) {
    return folder.resolve("best.ckpt");
  }

  private Path last() {
    return folder.resolve(LAST);
  }

  private Path previous() {
    return folder.resolve(PREVIOUS);
  }

  /** Keeps the state to go on from; the one before stays as {@code previous.ckpt}. */
  void saveLast(Checkpoint checkpoint) {
    if (Files.exists(last())) {
      move(last(), previous());
    }
    CheckpointFile.write(last(), checkpoint);
  }

  void saveBest(Checkpoint checkpoint) {
    CheckpointFile.write(best(), checkpoint);
  }

  /** Keeps the reports of all epochs so far as {@code history.csv}. */
  void saveHistory(List<EpochReport> history) {
    OutputFile.write(folder.resolve("history.csv"), HistoryCsv.of(history));
  }

  /**
   * The newest usable state. A damaged one is named in a warning and put aside, and the one before
   * is taken.
   *
   * @throws TrainerException with INPUT when there are states and none is usable
   */
  Optional<Checkpoint> newest() {
    TrainerException failure = null;
    for (Path file : new Path[] {last(), previous()}) {
      if (!Files.exists(file)) {
        continue;
      }
      try {
        Checkpoint checkpoint = CheckpointFile.read(file);
        if (failure != null) {
          putAside(last());
        }
        return Optional.of(checkpoint);
      } catch (TrainerException e) {
        LOG.warn("{}", e.getMessage());
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  /** The next save would put the damaged state in the place of the usable one. */
  private void putAside(Path damaged) {
    move(damaged, damaged.resolveSibling(damaged.getFileName() + ".damaged"));
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainerException(
          ExitCode.OUTPUT, "cannot rename " + from + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("cannot release the lock of {}: {}", folder, e.getMessage());
    }
  }
}
