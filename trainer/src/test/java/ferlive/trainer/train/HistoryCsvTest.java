package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCsvTest {
  @Test
  void of_hasARowForEachEpoch() {
    String csv =
        HistoryCsv.of(
            List.of(
                new EpochReport(1, 0.05, 1.75, 0.4, 0.25, 251.26),
                new EpochReport(2, 0.001, 1.5, 0.5, 0.375, 250)));

    assertThat(csv)
        .isEqualTo(
            """
            epoch,learning_rate,train_loss,accuracy,macro_f1,images_per_second
            1,0.050000,1.750000,0.400000,0.250000,251.3
            2,0.001000,1.500000,0.500000,0.375000,250.0
            """);
  }
}
