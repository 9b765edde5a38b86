package ferlive.app.cli;

import ferlive.app.report.SummarySink;
import ferlive.app.sink.CsvSink;
import ferlive.app.sink.JsonlSink;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultSink;
import ferlive.app.sink.ResultWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** What is written to; {@code -} is standard output. */
  List<String> outputs() {
    return Stream.of(jsonl, csv).filter(Objects::nonNull).toList();
  }

  /**
   * Opens what is asked for. The caller closes it.
   *
   * @param people where people read: not what a program takes from standard output
   * @param form what is made of each, by the name of what it writes to
   * @throws ferlive.app.error.AppException OUTPUT when one cannot be written
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
}
