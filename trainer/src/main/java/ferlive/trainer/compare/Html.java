package ferlive.trainer.compare;

import ferlive.trainer.chart.ChartPicture;
import ferlive.trainer.chart.ChartStyle;
import java.awt.Color;
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

  /** The name of the n-th model beside the colour that it has in charts. */
  static String model(int number, ComparedModel model) {
    Color colour = ChartStyle.series(number);
    return String.format(
        "<i style=\"background:rgb(%d,%d,%d)\"></i>%s",
        colour.getRed(), colour.getGreen(), colour.getBlue(), text(model.name()));
  }

  /** A chart inside the page. */
  static String picture(Chart<?, ?> chart) {
    String png = Base64.getEncoder().encodeToString(ChartPicture.png(chart, SCALE).array());
    return String.format(
        "<img width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,%s\">",
        chart.getWidth(), chart.getHeight(), text(chart.getTitle()), png);
  }
}
