package ferlive.app.cli;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import ferlive.app.report.ReportSink;
import ferlive.app.report.SummarySink;
import ferlive.app.sink.CsvSink;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.ResultWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is kept of the results, whatever they come from, as a picocli mixin. */
final class DataOptions {
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
      names = "--summary",
      description =
          "Tell at the end, for each face, its seconds on screen, the share of each expression and"
              + " the changes per minute.")
  private boolean summary;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page for the browser about the run: timelines, shares, changes.")
  private String report;

  @Option(
      names = "--report-thumbnails",
      description = "With --report: keep small pictures of the faces in it.")
  private boolean thumbnails;

  /**
   * Refuses what does not go together.
   *
   * @param others further outputs
   * @param inputs that no output may destroy
   * @throws AppException USAGE
   */
  void check(List<String> others, List<String> inputs) {
    OutputNames.check(Stream.concat(outputs().stream(), others.stream()).toList(), inputs);
    if (thumbnails && report == null) {
      throw new AppException(ExitCode.USAGE, "--report-thumbnails needs --report");
    }
    if (report != null && !report.toLowerCase(Locale.ROOT).matches(".*\\.html?")) {
      throw new AppException(
          ExitCode.USAGE,
          "--report writes HTML and needs a name that ends in .html, not " + report);
    }
  }

  /** Whether small pictures of faces are to be kept. */
  boolean showsFaces() {
    return thumbnails;
  }

  /** What is written to; {@code -} is standard output. */
  List<String> outputs() {
    return Stream.of(jsonl, csv, report).filter(Objects::nonNull).toList();
  }

  /**
   * Opens what is asked for. The caller closes it.
   *
   * @param people where people read: not what a program takes from standard output
   * @param form what is made of each, by the name of what it writes to
   * @throws AppException OUTPUT when one cannot be written
   */
  <T extends ResultSink> List<T> open(
      Console console,
      LineOutput people,
      List<String> labels,
      BiFunction<String, ResultWriter, T> form) {
    List<T> sinks = new ArrayList<>();
    try {
      if (jsonl != null) {
        LineOutput out = LineOutput.open(jsonl, console.out());
        sinks.add(form.apply(out.name(), new JsonlSink(out, labels)));
      }
      if (csv != null) {
        LineOutput out = LineOutput.open(csv, console.out());
        sinks.add(form.apply(out.name(), new CsvSink(out, labels)));
      }
      if (summary) {
        sinks.add(form.apply(people.name(), new SummarySink(people, labels)));
      }
      return sinks;
    } catch (RuntimeException e) {
      sinks.forEach(ResultSink::close);
      throw e;
    }
  }

  /**
   * Begins the report, if it is asked for. The caller closes it.
   *
   * @param facts what the run is made with, by name
   * @throws AppException OUTPUT when it cannot be written
   */
  Optional<ResultSink> openReport(List<String> labels, Map<String, String> facts) {
    return Optional.ofNullable(report)
        .map(file -> new ReportSink(Path.of(file), labels, facts, thumbnails));
  }
}
