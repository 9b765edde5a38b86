package ferlive.app.report;

import ferlive.app.result.FrameResult;
import ferlive.app.sink.SourceEvent;
import ferlive.app.source.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was seen in a run: its streams one by one, its pictures together. <b>Threading</b>: confined
 * to one thread.
 */
final class RunTally {
  private final int labels;
  private final PictureTally pictures;
  private final List<SourceTally> streams = new ArrayList<>();
  private SourceTally current;

  /**
   * @param labels how many the model has
   */
  RunTally(int labels) {
    this.labels = labels;
    this.pictures = new PictureTally(labels);
  }

  void event(String source, SourceEvent event) {
    if (event instanceof SourceEvent.Started started) {
      end();
      if (started.info().kind() != SourceKind.PICTURES) {
        current = new SourceTally(source, started.info(), labels);
        streams.add(current);
      }
    } else if (event instanceof SourceEvent.Ended) {
      end();
    }
  }

  void add(FrameResult result) {
    if (current == null) {
      pictures.add(result);
    } else {
      current.add(result);
    }
  }

  /** Nothing more comes from the current source. */
  void end() {
    current().ifPresent(SourceTally::end);
    current = null;
  }

  /** The stream that frames come from, if any. */
  Optional<SourceTally> current() {
    return Optional.ofNullable(current);
  }

  /** In the order in which they came. */
  List<SourceTally> streams() {
    return List.copyOf(streams);
  }

  PictureTally pictures() {
    return pictures;
  }
}
