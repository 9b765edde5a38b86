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
    models.forEach(
        (name, calibration) -> {
          List<Calibration.Bin> bins =
              calibration.bins().stream().filter(bin -> bin.count() >= MIN_FACES).toList();
          if (!bins.isEmpty()) {
            chart.add(
                name,
                bins.stream().mapToDouble(Calibration.Bin::certainty).toArray(),
                bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray());
          }
        });
    return chart.chart();
  }
}
