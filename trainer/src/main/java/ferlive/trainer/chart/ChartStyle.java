package ferlive.trainer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The look of all charts: white, without boxes, the legend below. */
public final class ChartStyle {
  /** Grid lines, and lines to compare with. */
  public static final Color GRID = new Color(0xe2, 0xe6, 0xec);

  /** Text and lines that are not the subject. */
  public static final Color MUTED = new Color(0x6b, 0x76, 0x85);

  private static final Color[] SERIES = {
    new Color(0x08, 0x45, 0x94),
    new Color(0xd9, 0x6b, 0x0b),
    new Color(0x1a, 0x85, 0x5b),
    new Color(0x9c, 0x36, 0x8c),
    new Color(0xc2, 0x31, 0x31),
    new Color(0x4a, 0x9f, 0xd8),
    new Color(0x8a, 0x6d, 0x3b)
  };

  private ChartStyle() {}

  /** Colour of the n-th series, from 0; they repeat after seven. */
  public static Color series(int n) {
    return SERIES[n % SERIES.length];
  }

  /** Gives a chart the look. */
  public static void apply(AxesChartStyler styler) {
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
  }
}
