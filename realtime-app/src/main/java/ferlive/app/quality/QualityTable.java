package ferlive.app.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as a text table: one row a source, and one for all together. */
final class QualityTable {
  private static final String NONE = "-";

  private QualityTable() {}

  static List<String> lines(Map<String, Quality> bySource) {
    int width = bySource.keySet().stream().mapToInt(String::length).max().orElse(0);
    width = Math.max(width, "in total".length());
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            width,
            "",
            "frames",
            "right",
            "false",
            "gaps",
            "longest",
            "tracks",
            "label",
            "label",
            "not",
            "switches",
            "of them",
            "onset"));
    lines.add(
        row(
            width, "", "", "count", "faces", ">.5s", "gap", "", "right", "if sure", "sure", "a min",
            "sure", ""));
    for (Map.Entry<String, Quality> source : bySource.entrySet()) {
      lines.add(row(width, source.getKey(), source.getValue()));
    }
    if (bySource.size() > 1) {
      Quality total = bySource.values().stream().reduce(Quality.NONE, Quality::plus);
      lines.add(row(width, "in total", total));
    }
    return lines;
  }

  private static String row(int width, String name, Quality quality) {
    CountFigures count = quality.count();
    LabelFigures label = quality.label();
    SteadyFigures steady = quality.steady();
    return row(
        width,
        name,
        Long.toString(count.frames()),
        percent(count.rightShare()),
        Long.toString(count.falseFaces()),
        Long.toString(count.gaps()),
        number(count.longestGap(), "%.2f s"),
        Long.toString(count.tracks()),
        percent(label.accuracy()),
        percent(label.sureAccuracy()),
        percent(label.notSureShare()),
        number(steady.switchesPerMinute(), "%.1f"),
        number(steady.sureSwitchesPerMinute(), "%.1f"),
        onset(steady));
  }

  private static String row(int width, String name, String... cells) {
    return (String.format(Locale.ROOT, "%-" + width + "s", name)
            + String.format(
                Locale.ROOT, " %7s %7s %6s %5s %8s %7s %7s %8s %7s %9s %8s %8s", (Object[]) cells))
        .stripTrailing();
  }

  private static String percent(double share) {
    return number(100 * share, "%.1f %%");
  }

  private static String number(double value, String format) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, format, value);
  }

  private static String onset(SteadyFigures steady) {
    return steady.missedOnsets() > 0 ? "never" : number(steady.meanOnset(), "%.2f s");
  }
}
