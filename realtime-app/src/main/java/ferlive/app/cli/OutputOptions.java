package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
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

  boolean hasVideo() {
    return video != null;
  }

  /**
   * Refuses outputs that would destroy each other or an input.
   *
   * @throws AppException USAGE
   */
  void check(List<String> inputs) {
    List<String> outputs = Stream.of(jsonl, csv, video).filter(Objects::nonNull).toList();
    for (int i = 0; i < outputs.size(); i++) {
      String output = outputs.get(i);
      if (output.isBlank()) {
        throw usage("an output has an empty name");
      }
      if (outputs.subList(0, i).stream().anyMatch(other -> isSame(other, output))) {
        throw usage("two outputs go to " + output);
      }
      if (inputs.stream().anyMatch(input -> isSame(input, output))) {
        throw usage("the output " + output + " is also an input");
      }
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
   * @throws AppException OUTPUT when one cannot be written
   */
  List<ResultSink> open(Console console, List<String> labels) {
    List<ResultSink> sinks = new ArrayList<>();
    try {
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
}
