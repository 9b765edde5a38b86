package ferlive.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;

import ferlive.trainer.train.EpochReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {
  @Test
  void read_givesBackWhatWasWritten() {
    List<EpochReport> history =
        List.of(
            new EpochReport(1, 0.05, 1.9, 0.3, 0.2, 290),
            new EpochReport(2, 0, 1.6, 0.5, 0.4, 291));

    assertThat(TrainingHistory.read(TrainingHistory.json(history))).isEqualTo(history);
  }

  @Test
  void read_takesOtherFieldsAndGivesNothingForNonsense() {
    assertThat(TrainingHistory.read("[{\"epoch\":3,\"accuracy\":0.5,\"more\":1}]"))
        .singleElement()
        .satisfies(epoch -> assertThat(epoch.accuracy()).isEqualTo(0.5));
    assertThat(TrainingHistory.read("{}")).isEmpty();
    assertThat(TrainingHistory.read("[null]")).isEmpty();
    assertThat(TrainingHistory.read("no JSON")).isEmpty();
  }
}
