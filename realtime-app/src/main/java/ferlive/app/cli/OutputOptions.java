package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.quality.QualitySink;
import ferlive.app.quality.TruthFile;
import ferlive.app.sink.CsvSink;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.TextSink;
import ferlive.app.sink.VideoSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where results go, as a picocli mixin. */
final class OutputOptions {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--jsonl",
      paramLabel = "FILE|-",
      description = "Write one JSON object a frame; - is standard output.")
  private String jsonl;

  @Option(
      names = "--csv",
      paramLabel = "FILE|-",
      description = "Write one row a face; - is standard output.")
  private String csv;

  @Option(
      names = "--video",
      paramLabel = "FILE.mp4",
      description = "Write the annotated video (H.264 in MP4); for one video as input.")
  private String video;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Measure the results against what people see: a CSV file with the columns"
              + " file,from,to,faces,label.")
  private Path truth;

  @Option(
      names = "--truth-json",
      paramLabel = "FILE|-",
      description = "With --truth: write its figures as JSON; - is standard output.")
  private String truthJson;

  boolean hasVideo() {
    return video != null;
  }

  /**
   * Refuses outputs that would destroy each other or an input.
   *
   * @throws AppException USAGE
   */
  void check(List<String> inputs) {
    List<String> outputs =
        Stream.of(jsonl, csv, video, truthJson).filter(Objects::nonNull).toList();
    for (int i = 0; i < outputs.size(); i++) {
      String output = outputs.get(i);
      if (output.isBlank()) {
        throw usage("an output has an empty name");
      }
      if (outputs.subList(0, i).stream().anyMatch(other -> isSame(other, output))) {
        throw usage("two outputs go to " + output);
      }
      if (Stream.concat(inputs.stream(), Stream.ofNullable(truth).map(Path::toString))
          .anyMatch(input -> isSame(input, output))) {
        throw usage("the output " + output + " is also an input");
      }
    }
    if (truthJson != null && truth == null) {
      throw usage("--truth-json needs --truth");
    }
    if (video != null && !video.toLowerCase(Locale.ROOT).endsWith(".mp4")) {
      throw usage("--video writes MP4 and needs a name that ends in .mp4, not " + video);
    }
  }

  private static boolean isSame(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (one.equals(STANDARD_OUTPUT) || other.equals(STANDARD_OUTPUT)) {
      return false;
    }
    try {
      Path first = Path.of(one).toAbsolutePath().normalize();
      Path second = Path.of(other).toAbsolutePath().normalize();
      return first.equals(second) || Files.isSameFile(first, second);
    } catch (IOException | IllegalArgumentException e) {
      // One of them is not there, or is a URL.
      return false;
    }
  }

  private static AppException usage(String message) {
    return new AppException(ExitCode.USAGE, message);
  }

  /**
   * Opens the outputs, or a text for people where none is named. The caller closes them.
   *
   * @throws AppException OUTPUT when one cannot be written, INPUT when the truth cannot be used
   */
  List<ResultSink> open(Console console, List<String> labels) {
    List<ResultSink> sinks = new ArrayList<>();
    try {
      if (truth != null) {
        sinks.add(quality(console, labels));
      }
      if (jsonl != null) {
        sinks.add(new JsonlSink(LineOutput.open(jsonl, console.out()), labels));
      }
      if (csv != null) {
        sinks.add(new CsvSink(LineOutput.open(csv, console.out()), labels));
      }
      if (video != null) {
        sinks.add(new VideoSink(Path.of(video), labels));
      }
      if (sinks.isEmpty()) {
        sinks.add(new TextSink(LineOutput.to(console.out()), labels));
      }
      return sinks;
    } catch (RuntimeException e) {
      sinks.forEach(ResultSink::close);
      throw e;
    }
  }

  /** The table goes where people read: not into what a program takes from standard output. */
  private ResultSink quality(Console console, List<String> labels) {
    TruthFile known = TruthFile.read(truth, labels);
    boolean taken = Stream.of(jsonl, csv, truthJson).anyMatch(STANDARD_OUTPUT::equals);
    return new QualitySink(
        known,
        labels,
        LineOutput.to(taken ? console.err() : console.out()),
        Optional.ofNullable(truthJson).map(file -> LineOutput.open(file, console.out())));
  }
}
