package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.view.View;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a live run shows and keeps of its pictures, as a picocli mixin. */
final class ViewOptions {
  private static final Duration LONGEST_BASELINE = Duration.ofMinutes(1);

  @Option(
      names = "--record",
      paramLabel = "FILE.mp4",
      description = "Record from the start, with all that is drawn (H.264 in fragmented MP4).")
  private String record;

  @Option(names = "--record-clean", description = "Draw nothing on what is recorded.")
  private boolean clean;

  @Option(
      names = "--retention",
      paramLabel = "TIME",
      converter = ShortDuration.class,
      description =
          "Delete Ferlive's own recordings and snapshots in the folder Ferlive of your home that"
              + " are older than this, such as 24h or 7d (default: never).")
  private Duration retention;

  @Option(
      names = "--blur-faces",
      description =
          "Make the faces that are followed unrecognisable in window, browser, recording and"
              + " snapshot. One that comes in is seen until it is found: a moment, or on a slow"
              + " machine seconds; --detect-every 1 looks in every frame.")
  private boolean blurFaces;

  @Option(
      names = "--baseline",
      paramLabel = "TIME",
      converter = ShortDuration.class,
      description =
          "Take each face as it is in its first moments, such as 3s, for its resting expression,"
              + " and take that out of its labels.")
  private Duration baseline;

  /**
   * Refuses what cannot be done.
   *
   * @throws AppException USAGE
   */
  void check() {
    if (record != null && !record.toLowerCase(Locale.ROOT).endsWith(".mp4")) {
      throw usage("--record writes MP4 and needs a name that ends in .mp4, not '" + record + "'");
    }
    if (baseline != null && baseline.compareTo(LONGEST_BASELINE) > 0) {
      throw usage("--baseline is longer than a minute");
    }
    record();
  }

  private static AppException usage(String message) {
    return new AppException(ExitCode.USAGE, message);
  }

  /** The view that the run begins with. */
  View view() {
    return blurFaces ? View.initial().withBlur() : View.initial();
  }

  /** The file to record to from the start. */
  Optional<Path> record() {
    try {
      return Optional.ofNullable(record).map(Path::of);
    } catch (InvalidPathException e) {
      throw new AppException(ExitCode.USAGE, "'" + record + "' cannot name a file", e);
    }
  }

  boolean clean() {
    return clean;
  }

  Optional<Duration> retention() {
    return Optional.ofNullable(retention);
  }

  /** For how long each face is learnt, in seconds; 0 when none is. */
  double baselineSeconds() {
    return baseline == null ? 0 : baseline.toMillis() / 1e3;
  }
}
