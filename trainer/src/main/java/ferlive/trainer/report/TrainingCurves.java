package ferlive.trainer.report;

import ferlive.trainer.train.EpochReport;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The course of a training as a picture: loss on the left axis, shares on the right one. */
public final class TrainingCurves {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 600;
  private static final int LOSS_AXIS = 0;
  private static final int SHARE_AXIS = 1;
  private static final Color LOSS = new Color(0x6b, 0x76, 0x85);
  private static final Color ACCURACY = new Color(0x08, 0x45, 0x94);
  private static final Color MACRO_F1 = new Color(0xd9, 0x6b, 0x0b);
  private static final Color GRID = new Color(0xe2, 0xe6, 0xec);

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
    chart.setYAxisGroupTitle(SHARE_AXIS, "share, on PublicTest");
    addCurve(chart, "train loss", LOSS_AXIS, LOSS, history, EpochReport::trainLoss);
    addCurve(chart, "accuracy", SHARE_AXIS, ACCURACY, history, EpochReport::accuracy);
    addCurve(chart, "macro-F1", SHARE_AXIS, MACRO_F1, history, EpochReport::macroF1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BitmapEncoder.saveBitmap(chart, bytes, BitmapEncoder.BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static void style(XYStyler styler, int epochs) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
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
