package ferlive.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A run's tally as lines for the terminal. */
final class SummaryText {
  /** More would be no summary. */
  static final int MOST_FACES = 20;

  private static final String HEAD = "  %6s %9s %11s %9s";
  private static final String SHARE = " %9s";

  private SummaryText() {}

  static List<String> lines(RunTally tally, List<String> labels) {
    List<String> lines = new ArrayList<>();
    tally.streams().forEach(stream -> addStream(lines, stream, labels));
    if (tally.pictures().pictures() > 0) {
      addPictures(lines, tally.pictures(), labels);
    }
    return lines;
  }

  private static void addStream(List<String> lines, SourceTally stream, List<String> labels) {
    lines.add(
        format(
            "%s: %.1f s, %d frames, %d with a face",
            stream.name(), stream.seconds(), stream.frames(), stream.framesWithFace()));
    if (stream.tracks().isEmpty()) {
      return;
    }
    lines.add(head("face", "seconds", "changes/min", labels));
    Map<Integer, TrackTally> longest = stream.longest(MOST_FACES);
    longest.forEach((number, track) -> lines.add(row(number, track, labels.size())));
    int more = stream.tracks().size() - longest.size() + stream.others();
    if (more > 0) {
      double seconds =
          stream.otherSeconds()
              + stream.tracks().values().stream().mapToDouble(TrackTally::seconds).sum()
              - longest.values().stream().mapToDouble(TrackTally::seconds).sum();
      lines.add(format("  and %d more for %.1f s together", more, seconds));
    }
  }

  private static String head(String first, String second, String third, List<String> labels) {
    StringBuilder line = new StringBuilder(format(HEAD, first, second, third, "not sure"));
    labels.forEach(label -> line.append(format(SHARE, label)));
    return line.toString();
  }

  private static String row(int number, TrackTally track, int labels) {
    StringBuilder line =
        new StringBuilder(
            format(
                HEAD,
                number,
                format("%.1f", track.seconds()),
                format("%.1f", track.changesPerMinute()),
                percent(track.notSureShare())));
    IntStream.range(0, labels).forEach(i -> line.append(format(SHARE, percent(track.share(i)))));
    return line.toString();
  }

  private static void addPictures(List<String> lines, PictureTally tally, List<String> labels) {
    lines.add(format("%d pictures, %d with a face", tally.pictures(), tally.withFace()));
    if (tally.faces() == 0) {
      return;
    }
    lines.add(head("faces", "", "", labels));
    StringBuilder line =
        new StringBuilder(format(HEAD, tally.faces(), "", "", percent(tally.notSureShare())));
    IntStream.range(0, labels.size())
        .forEach(i -> line.append(format(SHARE, percent(tally.share(i)))));
    lines.add(line.toString());
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
