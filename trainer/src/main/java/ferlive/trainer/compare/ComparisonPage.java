package ferlive.trainer.compare;

import ferlive.trainer.evaluate.EvaluationReport.Subject;
import ferlive.trainer.train.EpochReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A comparison as one HTML page that needs nothing beside it. */
public final class ComparisonPage {
  private final StringBuilder html = new StringBuilder();
  private final Comparison comparison;

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The page. */
  public static String of(Comparison comparison) {
    ComparisonPage page = new ComparisonPage(comparison);
    page.addHead();
    page.addFigures();
    page.addCharts();
    page.addConfusions();
    page.html.append("</main></body></html>\n");
    return page.html.toString();
  }

  private void addHead() {
    Subject subject = comparison.subject();
    Path data = Path.of(subject.data()).toAbsolutePath().normalize();
    html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>Models compared</title><style>")
        .append(style())
        .append("</style></head><body><main><h1>Models compared</h1><p class=\"about\">")
        .append(Html.text(String.valueOf(data.getFileName())))
        .append(", ")
        .append(Html.text(subject.split()))
        .append(", ")
        .append(comparison.models().get(0).report().evaluation().confusion().total())
        .append(" faces · times on ")
        .append(Html.text(comparison.machine()))
        .append("</p>");
  }

  private static String style() {
    try (InputStream css = ComparisonPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own files cannot be read", e);
    }
  }

  private void addFigures() {
    PageTables tables = new PageTables(comparison);
    html.append("<div class=\"wide\">").append(tables.figures()).append("</div>");
    html.append("<details><summary>What the columns say</summary>")
        .append(tables.legend())
        .append("</details>");
    if (comparison.models().size() > 1) {
      html.append("<h2>Is the difference chance?</h2><p>McNemar's test, exact, on the faces that")
          .append(" one of the two alone gets right. Marked: below 0.05, each pair for itself;")
          .append(" of twenty equal pairs one is marked too.</p>")
          .append(tables.pairs());
    }
  }

  private void addCharts() {
    PageCharts charts = new PageCharts(comparison.models());
    String names = new PageTables(comparison).names();
    html.append("<h2>Curves</h2>").append(names).append("<div class=\"charts\">");
    Stream.of(
            charts.training(
                "Accuracy on faces not trained on, while training", EpochReport::accuracy),
            charts.training("Training loss", EpochReport::trainLoss))
        .flatMap(chart -> chart.stream())
        .forEach(chart -> html.append(Html.picture(chart)));
    html.append(Html.picture(charts.reliability()))
        .append("<p class=\"note\">Reliability: on the dashed line a model is as sure as it is")
        .append(" right; below it, too sure. Bins of fewer than 10 faces are left out.</p></div>")
        .append("<h2>Classes</h2>")
        .append(names)
        .append("<div class=\"charts\">")
        .append(Html.picture(charts.perClass()))
        .append("</div>");
  }

  private void addConfusions() {
    html.append("<h2>Confusion</h2><p>Rows are true classes, columns chosen ones; percent of the")
        .append(" row.</p>")
        .append(new PageTables(comparison).confusions());
  }
}
