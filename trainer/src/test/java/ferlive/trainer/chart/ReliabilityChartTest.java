package ferlive.trainer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.metrics.Calibration;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class ReliabilityChartTest {
  @Test
  void of_leavesOutBinsOfFewFaces() throws IOException {
    double[] certainty = new double[31];
    Arrays.fill(certainty, 0, 11, 0.5);
    Arrays.fill(certainty, 11, 30, 0.95);
    certainty[30] = 0.2;
    Map<String, Calibration> models = new LinkedHashMap<>();
    models.put("empty", Calibration.of(new double[0], new BitSet()));
    models.put("model", Calibration.of(certainty, new BitSet()));

    XYChart chart = ReliabilityChart.of(models, 300, 200);

    assertThat(chart.getSeriesMap()).containsOnlyKeys("diagonal", "model");
    assertThat(chart.getSeriesMap().get("model").getXData()).hasSize(2);
    // Colours go by the model's place, so that they are the same in every chart.
    assertThat(chart.getSeriesMap().get("model").getLineColor()).isEqualTo(ChartStyle.series(1));
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(ChartPicture.png(chart, 2).array()));
    assertThat(picture.getWidth()).isEqualTo(600);
  }
}
