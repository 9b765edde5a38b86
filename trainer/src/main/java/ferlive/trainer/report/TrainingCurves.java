package ferlive.trainer.report;

import ferlive.trainer.chart.ChartPicture;
import ferlive.trainer.chart.ChartStyle;
import ferlive.trainer.train.EpochReport;
import java.awt.BasicStroke;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The course of a training as a picture: loss on the left axis, shares on the right one. */
public final class TrainingCurves {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 600;
  private static final int LOSS_AXIS = 0;
  private static final int SHARE_AXIS = 1;

  private TrainingCurves() {}

  /**
   * Draws train loss, accuracy and macro-F1 against the epoch, as PNG.
   *
   * @param title stands above
   * @param history at least one epoch
   */
  public static ByteBuffer png(String title, List<EpochReport> history) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("epoch").build();
    style(chart.getStyler(), history.size());
    chart.setYAxisGroupTitle(LOSS_AXIS, "train loss");
    chart.setYAxisGroupTitle(SHARE_AXIS, "share, on faces not trained on");
    addCurve(chart, "train loss", LOSS_AXIS, ChartStyle.MUTED, history, EpochReport::trainLoss);
    addCurve(chart, "accuracy", SHARE_AXIS, ChartStyle.series(0), history, EpochReport::accuracy);
    addCurve(chart, "macro-F1", SHARE_AXIS, ChartStyle.series(1), history, EpochReport::macroF1);
    return ChartPicture.png(chart, 1);
  }

  private static void style(XYStyler styler, int epochs) {
    ChartStyle.apply(styler);
    styler.setYAxisGroupPosition(SHARE_AXIS, YAxisPosition.Right);
    styler.setYAxisMin(SHARE_AXIS, 0.0);
    styler.setYAxisMax(SHARE_AXIS, 1.0);
    styler.setYAxisDecimalPattern("0.0");
    styler.setXAxisMin(1.0);
    styler.setXAxisMax((double) Math.max(2, epochs));
    styler.setXAxisDecimalPattern("0");
  }

  private static void addCurve(
      XYChart chart,
      String name,
      int axis,
      Color colour,
      List<EpochReport> history,
      ToDoubleFunction<EpochReport> figure) {
    XYSeries curve =
        chart.addSeries(
            name,
            history.stream().mapToDouble(EpochReport::epoch).toArray(),
            history.stream().mapToDouble(figure).toArray());
    curve.setYAxisGroup(axis);
    curve.setLineColor(colour);
    curve.setLineStyle(new BasicStroke(2.5f));
    curve.setMarker(SeriesMarkers.CIRCLE);
    curve.setMarkerColor(colour);
  }
}
