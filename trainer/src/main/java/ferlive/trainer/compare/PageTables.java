package ferlive.trainer.compare;

import ferlive.trainer.evaluate.EvaluationReport;
import ferlive.trainer.metrics.Confusion;
import ferlive.trainer.metrics.Interval;
import java.util.List;
import java.util.Locale;

/** The tables of a comparison as HTML. */
final class PageTables {
  /** Below, a difference is not put down to chance, as usual. */
  private static final double SIGNIFICANT = 0.05;

  private final Comparison comparison;

  PageTables(Comparison comparison) {
    this.comparison = comparison;
  }

  /** A row for each model; the best of a column is marked. */
  String figures() {
    StringBuilder html = new StringBuilder("<table class=\"figures\"><thead><tr><th>model</th>");
    for (Figure figure : Figure.values()) {
      add(html, "<th title=\"%s\">%s</th>", Html.text(figure.meaning()), Html.text(figure.head()));
    }
    html.append("</tr></thead><tbody>");
    for (int i = 0; i < comparison.models().size(); i++) {
      ComparedModel model = comparison.models().get(i);
      add(html, "<tr><th>%s</th>", name(i));
      for (Figure figure : Figure.values()) {
        String mark = figure.isBest(model, comparison.models()) ? " class=\"best\"" : "";
        add(html, "<td%s>%s%s</td>", mark, figure.text(model), interval(figure, model));
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String interval(Figure figure, ComparedModel model) {
    Interval interval = model.report().evaluation().accuracyInterval();
    return figure == Figure.ACCURACY
        ? String.format(Locale.ROOT, "<small>%.3f to %.3f</small>", interval.low(), interval.high())
        : "";
  }

  /** What the columns say. */
  String legend() {
    StringBuilder html = new StringBuilder("<dl>");
    for (Figure figure : Figure.values()) {
      add(html, "<dt>%s</dt><dd>%s</dd>", Html.text(figure.head()), Html.text(figure.meaning()));
    }
    return html.append("</dl>").toString();
  }

  /** The models and their colours. */
  String names() {
    StringBuilder html = new StringBuilder("<p class=\"names\">");
    for (int i = 0; i < comparison.models().size(); i++) {
      add(html, "<span>%s</span>", name(i));
    }
    return html.append("</p>").toString();
  }

  private String name(int model) {
    return Html.model(model, comparison.models().get(model));
  }

  /** A row for each pair. */
  String pairs() {
    StringBuilder html =
        new StringBuilder(
            "<table><thead><tr><th>model</th><th>right alone</th><th>right alone</th><th>model</th>"
                + "<th>p</th></tr></thead><tbody>");
    for (Comparison.Pair pair : comparison.pairs()) {
      add(
          html,
          "<tr><th>%s</th><td>%d</td><td>%d</td><th>%s</th><td%s>%s</td></tr>",
          name(pair.first()),
          pair.test().onlyFirst(),
          pair.test().onlySecond(),
          name(pair.second()),
          pair.test().p() < SIGNIFICANT ? " class=\"best\"" : "",
          Html.text(ComparisonTable.probability(pair.test().p())));
    }
    return html.append("</tbody></table>").toString();
  }

  /** A confusion matrix for each model, cells shaded by their share of the row. */
  String confusions() {
    StringBuilder html = new StringBuilder("<div class=\"matrices\">");
    for (int i = 0; i < comparison.models().size(); i++) {
      EvaluationReport report = comparison.models().get(i).report();
      List<String> labels = report.labels();
      add(html, "<figure><figcaption>%s</figcaption><table><tr><td></td>", name(i));
      labels.forEach(label -> add(html, "<th>%s</th>", Html.text(label)));
      html.append("</tr>");
      for (int truth = 0; truth < labels.size(); truth++) {
        add(html, "<tr><th>%s</th>", Html.text(labels.get(truth)));
        addRow(html, report.evaluation().confusion(), truth);
        html.append("</tr>");
      }
      html.append("</table></figure>");
    }
    return html.append("</div>").toString();
  }

  private static void addRow(StringBuilder html, Confusion confusion, int truth) {
    for (int chosen = 0; chosen < confusion.classes(); chosen++) {
      int count = confusion.count(truth, chosen);
      double share = (double) count / Math.max(1, confusion.support(truth));
      add(
          html,
          "<td style=\"background:rgba(8,69,148,%.2f);color:%s\" title=\"%d faces\">%.0f</td>",
          Math.pow(share, 0.8),
          share > 0.46 ? "#fff" : "inherit",
          count,
          100 * share);
    }
  }

  private static void add(StringBuilder html, String format, Object... values) {
    html.append(String.format(Locale.ROOT, format, values));
  }
}
