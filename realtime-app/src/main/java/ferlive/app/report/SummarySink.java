package ferlive.app.report;

import ferlive.app.result.FrameResult;
import ferlive.app.sink.LineOutput;
import ferlive.app.sink.ResultWriter;
import ferlive.app.sink.SourceEvent;
import java.util.List;

/**
 * Tells people at the end what was seen: for every face its seconds on screen, the share of each
 * expression and how often that changed. Threading and errors as {@link LineOutput}, which it owns.
 */
public final class SummarySink implements ResultWriter {
  private final LineOutput out;
  private final List<String> labels;
  private final RunTally tally;
  private boolean closed;

  /**
   * @param labels of the model, in the order of its scores
   */
  public SummarySink(LineOutput out, List<String> labels) {
    this.out = out;
    this.labels = List.copyOf(labels);
    this.tally = new RunTally(labels.size());
  }

  @Override
  public void event(String source, SourceEvent event) {
    tally.event(source, event);
  }

  @Override
  public void accept(String source, FrameResult result) {
    tally.add(result);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    tally.end();
    try (out) {
      SummaryText.lines(tally, labels).forEach(out::line);
    }
  }
}
