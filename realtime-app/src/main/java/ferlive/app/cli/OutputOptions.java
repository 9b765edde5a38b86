package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.quality.QualitySink;
import ferlive.app.quality.TruthFile;
import ferlive.app.record.VideoSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.TextSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where results go, as a picocli mixin. */
final class OutputOptions {
  @Mixin private DataOptions data = new DataOptions();

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
    data.check(
        ownOutputs(),
        Stream.concat(inputs.stream(), Stream.ofNullable(truth).map(Path::toString)).toList());
    if (truthJson != null && truth == null) {
      throw usage("--truth-json needs --truth");
    }
    if (video != null && !video.toLowerCase(Locale.ROOT).endsWith(".mp4")) {
      throw usage("--video writes MP4 and needs a name that ends in .mp4, not " + video);
    }
  }

  private List<String> ownOutputs() {
    return Stream.of(video, truthJson).filter(Objects::nonNull).toList();
  }

  private static AppException usage(String message) {
    return new AppException(ExitCode.USAGE, message);
  }

  /**
   * Opens the outputs, or a text for people where none is named. The caller closes them.
   *
   * @param facts what the run is made with, by name
   * @throws AppException OUTPUT when one cannot be written, INPUT when the truth cannot be used
   */
  List<ResultSink> open(Console console, List<String> labels, Map<String, String> facts) {
    List<ResultSink> sinks = new ArrayList<>();
    try {
      if (truth != null) {
        sinks.add(quality(console, labels));
      }
      sinks.addAll(data.open(console, people(console), labels, (name, sink) -> sink));
      data.openReport(labels, facts).ifPresent(sinks::add);
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

  private ResultSink quality(Console console, List<String> labels) {
    TruthFile seen = TruthFile.read(truth, labels);
    Optional<Consumer<String>> json = Optional.empty();
    if (truthJson != null) {
      LineOutput.checkWritable(truthJson);
      json = Optional.of(text -> LineOutput.writeWhole(truthJson, text, console.out()));
    }
    return new QualitySink(seen, labels, people(console), json);
  }

  /** Tables go where people read: not into what a program takes from standard output. */
  private LineOutput people(Console console) {
    boolean taken =
        OutputNames.takeStandardOutput(data.outputs())
            || OutputNames.takeStandardOutput(ownOutputs());
    return LineOutput.to(taken ? console.err() : console.out());
  }
}
