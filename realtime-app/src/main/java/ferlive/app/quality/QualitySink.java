package ferlive.app.quality;

import ferlive.app.result.FrameResult;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures what is written against what people see, and tells at the end, file by file and in
 * total. Sources of which the truth says nothing are left out. Threading and errors as {@link
 * LineOutput}; owns the table.
 */
public final class QualitySink implements ResultWriter {
  private final TruthFile truth;
  private final List<String> labels;
  private final LineOutput table;
  private final Optional<Consumer<String>> json;
  private final Map<String, SourceMeter> meters = new LinkedHashMap<>();
  private boolean closed;

  /**
   * @param labels of the model, in the order of its scores
   * @param table takes the figures for people
   * @param json takes them for programs, as one text
   */
  public QualitySink(
      TruthFile truth, List<String> labels, LineOutput table, Optional<Consumer<String>> json) {
    this.truth = truth;
    this.labels = List.copyOf(labels);
    this.table = table;
    this.json = json;
  }

  @Override
  public void accept(String source, FrameResult result) {
    SourceMeter meter = meters.get(source);
    if (meter == null) {
      List<TruthRange> ranges = truth.ranges(source);
      if (ranges.isEmpty()) {
        return;
      }
      meter = new SourceMeter(ranges, labels);
      meters.put(source, meter);
    }
    meter.add(result);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Map<String, Quality> bySource = new LinkedHashMap<>();
    meters.forEach((source, meter) -> bySource.put(source, meter.end()));
    try (table) {
      QualityTable.lines(bySource).forEach(table::line);
    } finally {
      json.ifPresent(output -> output.accept(QualityJson.write(bySource)));
    }
  }
}
