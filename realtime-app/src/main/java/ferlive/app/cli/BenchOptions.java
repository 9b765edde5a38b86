package ferlive.app.cli;

import ferlive.app.bench.BenchPlan;
import ferlive.app.bench.FrameSize;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.source.CrowdSource;
import ferlive.app.source.DemoSource;
import ferlive.app.source.FrameSource;
import ferlive.app.source.Sources;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is measured and for how long, as a picocli mixin. */
final class BenchOptions {
  private static final FrameSize CROWD_SIZE = new FrameSize(1280, 720);
  private static final long DEFAULT_FRAMES = 300;
  private static final double MOST_SECONDS = 1e6;
  private static final double MOST_FPS = 1000;

  @Option(
      names = "--source",
      paramLabel = "demo|CLIP|FOLDER",
      description = "What to measure with (default: demo).")
  private String source;

  @Option(
      names = "--faces",
      paramLabel = "N",
      description =
          "Measure with N made faces that move over a noisy wall, 1280x720 unless --size says"
              + " otherwise, in place of --source.")
  private Integer faces;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Scale each frame to this size (default: as it is).")
  private String size;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description =
          "Play the source as a camera of N frames a second, as live does: from picture to label,"
              + " and frames that are dropped (default: as fast as it goes, dropping none).")
  private Double fps;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames to measure (default: " + DEFAULT_FRAMES + ").")
  private Long frames;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Measure so long; with --frames, whichever ends first.")
  private Double seconds;

  /**
   * What is to be done.
   *
   * @throws AppException USAGE for what cannot be done
   */
  BenchPlan plan(Duration warmUp) {
    if (source != null && faces != null) {
      throw usage("--source and --faces exclude each other");
    }
    Sources.check(source());
    if (frames != null && frames < 1) {
      throw usage("--frames is " + frames + ", expected 1 or more");
    }
    within("--seconds", seconds, MOST_SECONDS);
    within("--fps", fps, MOST_FPS);
    if (faces != null) {
      // Refused before the model is loaded.
      crowd().close();
    }
    return new BenchPlan(
        faces != null ? faces + " face(s)" : Sources.displayName(source()),
        // A crowd is painted in its size.
        faces != null ? Optional.empty() : size(),
        fps != null ? OptionalDouble.of(fps) : OptionalDouble.empty(),
        frames(),
        seconds != null ? Duration.ofMillis((long) (seconds * 1e3)) : Duration.ofDays(365),
        warmUp);
  }

  /** Not so that NaN slips through. */
  private static void within(String option, Double value, double most) {
    if (value != null && !(value > 0 && value <= most)) {
      throw usage("%s is %s, expected more than 0, up to %.0f".formatted(option, value, most));
    }
  }

  private long frames() {
    if (frames != null) {
      return frames;
    }
    return seconds == null ? DEFAULT_FRAMES : Long.MAX_VALUE;
  }

  /** How long it takes, for the user. */
  String length() {
    if (seconds == null) {
      return frames() + " frames";
    }
    return (frames == null ? "" : "up to " + frames + " frames or ") + seconds + " s";
  }

  /** What the user named to be read, which no output may destroy. */
  List<String> inputs() {
    return Stream.ofNullable(source).toList();
  }

  private String source() {
    return source == null ? DemoSource.NAME : source;
  }

  private Optional<FrameSize> size() {
    try {
      return Optional.ofNullable(size).map(FrameSize::parse);
    } catch (IllegalArgumentException e) {
      throw new AppException(ExitCode.USAGE, "--size: " + e.getMessage(), e);
    }
  }

  /** Opens the source, as often as it is asked; what it tells is told once. */
  Supplier<FrameSource> opener(Consumer<String> notices) {
    if (faces == null) {
      Set<String> told = new HashSet<>();
      return () -> Sources.open(source(), notice -> tellOnce(told, notice, notices));
    }
    return this::crowd;
  }

  private static void tellOnce(Set<String> told, String notice, Consumer<String> notices) {
    if (told.add(notice)) {
      notices.accept(notice);
    }
  }

  private FrameSource crowd() {
    FrameSize frame = size().orElse(CROWD_SIZE);
    try {
      return new CrowdSource(faces, frame.width(), frame.height());
    } catch (IllegalArgumentException e) {
      throw new AppException(ExitCode.USAGE, "--faces: " + e.getMessage(), e);
    }
  }

  private static AppException usage(String message) {
    return new AppException(ExitCode.USAGE, message);
  }
}
