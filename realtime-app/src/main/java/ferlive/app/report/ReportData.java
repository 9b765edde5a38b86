package ferlive.app.report;

import ferlive.app.result.FaceResult;
import ferlive.app.result.FrameResult;
import ferlive.app.sink.SourceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that a report tells of a run but pictures. <b>Threading</b>: confined to one thread. */
final class ReportData {
  /** Pictures and faults that are listed one by one; more are only counted. */
  static final int MOST_ROWS = 500;

  /** Faces of streams that are drawn; of more, those that were seen longest. */
  private static final int MOST_SERIES = 300;

  private static final double GONE_SECONDS = 2;

  private final List<String> labels;
  private final Map<String, String> facts;
  private final RunTally tally;
  private final Map<Integer, Series> series = new TreeMap<>();
  private final List<Row> pictures = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Integer> pictureTracks = new HashSet<>();

  /** A picture and what was seen in it. */
  record Row(String source, List<FaceResult> faces) {}

  /** A source that could not be analysed, or not to its end. */
  record Fault(String source, String message) {}

  ReportData(List<String> labels, Map<String, String> facts) {
    this.labels = List.copyOf(labels);
    this.facts = facts;
    this.tally = new RunTally(labels.size());
  }

  void event(String source, SourceEvent event) {
    tally.event(source, event);
    if (event instanceof SourceEvent.Failed failed && faults.size() < MOST_ROWS) {
      faults.add(new Fault(source, failed.fault().getMessage()));
    }
  }

  void add(String source, FrameResult result) {
    tally.add(result);
    if (tally.current().isEmpty()) {
      if (pictures.size() < MOST_ROWS) {
        pictures.add(new Row(source, result.faces()));
        result.faces().forEach(face -> pictureTracks.add(face.track()));
      }
      return;
    }
    for (FaceResult face : result.faces()) {
      series
          .computeIfAbsent(face.track(), track -> new Series(labels.size()))
          .add(result.time(), face.probabilities());
    }
    if (series.size() > MOST_SERIES) {
      forgetShortest(result.time());
    }
  }

  /** One that will not come back. */
  private void forgetShortest(double now) {
    series.entrySet().stream()
        .filter(face -> Math.abs(now - face.getValue().lastTime()) > GONE_SECONDS)
        .min(Comparator.comparingLong(face -> face.getValue().frames()))
        .ifPresent(face -> series.remove(face.getKey()));
  }

  void end() {
    tally.end();
    series.values().forEach(Series::end);
  }

  /** Whether the report tells of a face by itself. */
  boolean tellsOf(int track) {
    return series.containsKey(track) || pictureTracks.contains(track);
  }

  List<String> labels() {
    return labels;
  }

  Map<String, String> facts() {
    return facts;
  }

  RunTally tally() {
    return tally;
  }

  /** The probabilities of a stream's face, if it is drawn. */
  Optional<Series> series(int track) {
    return Optional.ofNullable(series.get(track));
  }

  List<Row> pictures() {
    return pictures;
  }

  List<Fault> faults() {
    return faults;
  }
}
