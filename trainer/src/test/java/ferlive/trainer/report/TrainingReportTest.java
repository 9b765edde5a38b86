package ferlive.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.train.EpochReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TrainingReportTest {
  @Test
  void of_takesTheFirstOfTheHighestAccuracy() {
    TrainingReport report =
        TrainingReport.of(List.of(epoch(1, 0.4), epoch(2, 0.6), epoch(3, 0.6), epoch(4, 0.5)));

    assertThat(report.best().epoch()).isEqualTo(2);
    assertThat(report.history()).hasSize(4);
  }

  @Test
  void curves_areDrawnForManyEpochsAndForOne() throws IOException {
    List<EpochReport> many =
        IntStream.rangeClosed(1, 24).mapToObj(i -> epoch(i, 0.66 - 0.4 / i)).toList();

    assertThat(picture(many).getWidth()).isEqualTo(1000);
    assertThat(picture(many.subList(0, 1)).getHeight()).isEqualTo(600);
  }

  private static BufferedImage picture(List<EpochReport> history) throws IOException {
    return ImageIO.read(
        new ByteArrayInputStream(TrainingCurves.png("toy on faces.zip", history).array()));
  }

  private static EpochReport epoch(int number, double accuracy) {
    return new EpochReport(number, 0.01, 1 + 1.0 / number, accuracy, 0.9 * accuracy, 250);
  }
}
