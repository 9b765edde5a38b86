package ferlive.trainer.chart;

import ferlive.trainer.metrics.Calibration;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;

/**
 * How often models are right against how sure they are. On the diagonal they are as sure as right;
 * below it too sure.
 */
public final class ReliabilityChart {
  /** A bin of fewer faces says little: its accuracy is known to a few tenths at best. */
  private static final int MIN_FACES = 10;

  private ReliabilityChart() {}

  /** Draws one curve for each model, by its name, in the order of the map. */
  public static XYChart of(Map<String, Calibration> models, int width, int height) {
    LineChart chart =
        new LineChart("Reliability", "winner's probability", "accuracy", width, height).ofShares();
    int number = 0;
    for (Map.Entry<String, Calibration> model : models.entrySet()) {
      List<Calibration.Bin> bins =
          model.getValue().bins().stream().filter(bin -> bin.count() >= MIN_FACES).toList();
      if (!bins.isEmpty()) {
        chart.add(
            number,
            model.getKey(),
            bins.stream().mapToDouble(Calibration.Bin::certainty).toArray(),
            bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray());
      }
      number++;
    }
    return chart.chart();
  }
}
