package ferlive.trainer.compare;

import ferlive.trainer.chart.ChartPicture;
import java.util.Base64;
import org.knowm.xchart.internal.chartpart.Chart;

/** Pieces of HTML. */
final class Html {
  /** Pictures have two pixels for one of the page's, for dense screens. */
  private static final int SCALE = 2;

  private Html() {}

  /** Text from anywhere, so that it stays text. */
  static String text(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A chart inside the page. */
  static String picture(Chart<?, ?> chart) {
    String png = Base64.getEncoder().encodeToString(ChartPicture.png(chart, SCALE).array());
    return String.format(
        "<img width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,%s\">",
        chart.getWidth(), chart.getHeight(), text(chart.getTitle()), png);
  }
}
