package ferlive.trainer.compare;

import ferlive.trainer.chart.ChartStyle;
import ferlive.trainer.chart.LineChart;
import ferlive.trainer.chart.ReliabilityChart;
import ferlive.trainer.metrics.Calibration;
import ferlive.trainer.metrics.Confusion;
import ferlive.trainer.train.EpochReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;

/** The charts of a comparison. */
final class PageCharts {
  private static final int HALF_WIDTH = 560;
  private static final int FULL_WIDTH = 1140;
  private static final int HEIGHT = 400;

  private final List<ComparedModel> models;

  PageCharts(List<ComparedModel> models) {
    this.models = models;
  }

  /** One figure of the trainings against the epoch, where any training is known. */
  Optional<XYChart> training(String title, ToDoubleFunction<EpochReport> figure) {
    if (models.stream().allMatch(model -> model.history().isEmpty())) {
      return Optional.empty();
    }
    LineChart chart = new LineChart(title, "epoch", "", HALF_WIDTH, HEIGHT);
    for (int i = 0; i < models.size(); i++) {
      List<EpochReport> history = models.get(i).history();
      if (!history.isEmpty()) {
        chart.add(
            i,
            models.get(i).name(),
            history.stream().mapToDouble(EpochReport::epoch).toArray(),
            history.stream().mapToDouble(figure).toArray());
      }
    }
    return Optional.of(withoutLegend(chart.chart()));
  }

  /** The page has one for all charts. */
  private static <T extends Chart<?, ?>> T withoutLegend(T chart) {
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  XYChart reliability() {
    Map<String, Calibration> curves = new LinkedHashMap<>();
    models.forEach(model -> curves.put(model.name(), model.report().evaluation().calibration()));
    return withoutLegend(ReliabilityChart.of(curves, HALF_WIDTH, HEIGHT));
  }

  /** F1 of every class that occurs, the models side by side. */
  CategoryChart perClass() {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(FULL_WIDTH)
            .height(HEIGHT)
            .title("F1 of each class")
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    chart.getStyler().setAvailableSpaceFill(0.8);
    List<String> labels = models.get(0).report().labels();
    Confusion any = models.get(0).report().evaluation().confusion();
    List<Integer> present =
        IntStream.range(0, labels.size()).filter(k -> any.support(k) > 0).boxed().toList();
    for (int i = 0; i < models.size(); i++) {
      Confusion confusion = models.get(i).report().evaluation().confusion();
      chart
          .addSeries(
              models.get(i).name(),
              present.stream().map(labels::get).toList(),
              present.stream().map(confusion::f1).toList())
          .setFillColor(ChartStyle.series(i));
    }
    return withoutLegend(chart);
  }
}
