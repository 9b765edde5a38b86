package ferlive.app.record;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of recordings and snapshots that get no name from the user. Their names tell when they
 * were made, and by that the program knows its own.
 *
 * <p><b>Threading</b>: thread-safe. <b>Errors</b>: OUTPUT when the folder cannot be made.
 */
public final class RecordingFolder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final String STAMP = "ferlive-\\d{8}-\\d{6}(-\\d{1,4})?";

  /** Also a picture that a killed program has not finished. */
  private static final Pattern OWN =
      Pattern.compile(STAMP + "\\.(mp4|png)|\\." + STAMP + "\\.png\\.part");

  private final Path path;
  private final Clock clock;
  private final Deletion deletion;

  public RecordingFolder(Path path) {
    this(path, Clock.system(ZoneId.systemDefault()));
  }

  RecordingFolder(Path path, Clock clock) {
    this(path, clock, Files::deleteIfExists);
  }

  RecordingFolder(Path path, Clock clock, Deletion deletion) {
    this.path = path;
    this.clock = clock;
    this.deletion = deletion;
  }

  /** Deletes a file; false when there is none. */
  interface Deletion {
    boolean delete(Path file) throws IOException;
  }

  /** A name for a video that begins now; the folder is made if need be. */
  public Path newVideo() {
    return free("mp4");
  }

  /** A name for a picture of now; the folder is made if need be. */
  public Path newPicture() {
    return free("png");
  }

  private Path free(String ending) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new AppException(ExitCode.OUTPUT, path + ": the folder cannot be made", e);
    }
    ZoneId zone = clock.getZone();
    String name = "ferlive-" + TIME.format(LocalDateTime.ofInstant(clock.instant(), zone));
    Path file = path.resolve(name + "." + ending);
    for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
      file = path.resolve(name + "-" + i + "." + ending);
    }
    return file;
  }

  /**
   * Deletes the program's own recordings and snapshots that nobody has written to for a time. What
   * has another name, and what is no plain file, stays.
   *
   * @return how many were deleted
   * @throws AppException OUTPUT when one could not be deleted, once the others are
   */
  public int deleteOlderThan(Duration age) {
    Instant limit = clock.instant().minus(age);
    int deleted = 0;
    Optional<IOException> fault = Optional.empty();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        try {
          deleted += isOld(file, limit) && deletion.delete(file) ? 1 : 0;
        } catch (IOException e) {
          // The others are to go all the same.
          fault = fault.or(() -> Optional.of(e));
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing was ever kept there.
      return deleted;
    } catch (IOException e) {
      throw undeletable(e);
    } catch (DirectoryIteratorException e) {
      throw undeletable(e.getCause());
    }
    if (fault.isPresent()) {
      throw undeletable(fault.get());
    }
    return deleted;
  }

  private static boolean isOld(Path file, Instant limit) throws IOException {
    return OWN.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.getLastModifiedTime(file).toInstant().isBefore(limit);
  }

  private AppException undeletable(IOException e) {
    return new AppException(ExitCode.OUTPUT, path + ": old recordings cannot be deleted", e);
  }
}
