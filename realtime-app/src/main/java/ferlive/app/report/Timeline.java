package ferlive.app.report;

import ferlive.app.sink.Decimals;
import java.util.List;
import java.util.Locale;

/**
 * Draws a face's probabilities over time: one row for each label, from 0 at its floor to 1 at its
 * ceiling. The points of a row are seconds and probabilities as they are; the picture is scaled,
 * not they. Without state.
 */
final class Timeline {
  /** Of the style sheet. */
  private static final int COLOURS = 7;

  private static final int LEFT = 90;
  private static final int WIDTH = 900;
  private static final int ROW = 30;
  private static final int GAP = 6;
  private static final int AXIS = 24;

  /** Beyond that, a face was not there between two points; more where points are far apart. */
  private static final double LONGEST_STEP_SECONDS = 2;

  private Timeline() {}

  static void write(Markup page, int face, Series series, List<String> labels) {
    TimeAxis axis = new TimeAxis(series.firstTime(), series.lastTime());
    int bottom = labels.size() * (ROW + GAP);
    String title =
        "Probability of each expression of face %d from %s to %s; the table below has the numbers"
            .formatted(face, TimeAxis.format(axis.from()), TimeAxis.format(axis.to()));
    page.open(
        "svg",
        "class",
        "timeline",
        "viewBox",
        "0 0 " + (LEFT + WIDTH + 10) + " " + (bottom + AXIS),
        "role",
        "img",
        "aria-label",
        title,
        "data-face",
        face);
    for (double tick : axis.ticks()) {
      double x = LEFT + (tick - axis.from()) * WIDTH / axis.seconds();
      page.empty("line", "class", "tick", "x1", px(x), "x2", px(x), "y1", 0, "y2", bottom);
      page.element(
          "text", TimeAxis.format(tick), "class", "time", "x", px(x), "y", bottom + AXIS - 8);
    }
    for (int label = 0; label < labels.size(); label++) {
      row(page, series, axis, label, labels.get(label));
    }
    page.close();
  }

  private static void row(Markup page, Series series, TimeAxis axis, int label, String name) {
    int floor = label * (ROW + GAP) + ROW;
    page.element("text", name, "class", "name", "x", LEFT - 8, "y", floor - 9);
    page.empty("line", "class", "floor", "x1", LEFT, "x2", LEFT + WIDTH, "y1", floor, "y2", floor);
    double scale = WIDTH / axis.seconds();
    String transform =
        String.format(
            Locale.ROOT,
            "translate(%.6f %d) scale(%.6f %d)",
            LEFT - axis.from() * scale,
            floor,
            scale,
            -ROW);
    page.open("g", "transform", transform);
    for (int from = 0; from < series.size(); ) {
      int to = endOfRun(series, from);
      page.empty(
          "polyline",
          "class",
          "c" + label % COLOURS,
          "data-label",
          name,
          "points",
          points(series, from, to, label));
      from = to;
    }
    page.close();
  }

  private static int endOfRun(Series series, int from) {
    double usual = (series.lastTime() - series.firstTime()) / Math.max(1, series.size() - 1);
    double longest = Math.max(LONGEST_STEP_SECONDS, 4 * usual);
    int to = from + 1;
    while (to < series.size() && series.time(to) - series.time(to - 1) <= longest) {
      to++;
    }
    return to;
  }

  /** From the floor along the values back to the floor, so that the area can be filled. */
  private static String points(Series series, int from, int to, int label) {
    StringBuilder points = new StringBuilder();
    points.append(Decimals.time(series.time(from))).append(",0");
    for (int point = from; point < to; point++) {
      points
          .append(' ')
          .append(Decimals.time(series.time(point)))
          .append(',')
          .append(Decimals.score(series.value(point, label)));
    }
    return points.append(' ').append(Decimals.time(series.time(to - 1))).append(",0").toString();
  }

  private static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
