package ferlive.trainer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of curves. */
public final class LineChart {
  private final XYChart chart;

  public LineChart(String title, String across, String up, int width, int height) {
    chart =
        new XYChartBuilder()
            .width(width)
            .height(height)
            .title(title)
            .xAxisTitle(across)
            .yAxisTitle(up)
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setMarkerSize(6);
  }

  /** Shows 0..1 on both axes, and the diagonal. */
  public LineChart ofShares() {
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    XYSeries diagonal = chart.addSeries("diagonal", new double[] {0, 1}, new double[] {0, 1});
    diagonal.setLineColor(ChartStyle.MUTED);
    diagonal.setLineStyle(new BasicStroke(1, BasicStroke.CAP_BUTT, 0, 1, new float[] {5, 5}, 0));
    diagonal.setMarker(SeriesMarkers.NONE);
    diagonal.setShowInLegend(false);
    return this;
  }

  /**
   * Adds a curve.
   *
   * @param number its colour's, see {@link ChartStyle#series}
   * @param name differs from the other curves'
   */
  public void add(int number, String name, double[] x, double[] y) {
    Color colour = ChartStyle.series(number);
    XYSeries curve = chart.addSeries(name, x, y);
    curve.setLineColor(colour);
    curve.setLineStyle(new BasicStroke(2.2f));
    curve.setMarker(SeriesMarkers.CIRCLE);
    curve.setMarkerColor(colour);
  }

  /** The chart, to be drawn. */
  public XYChart chart() {
    return chart;
  }
}
