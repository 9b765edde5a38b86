package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaceDatasetTest {
  private final FaceDataset faces = SyntheticFaces.of(12, 4, 1);

  @Test
  void subset_copiesSamplesInTheOrderAskedFor() {
    FaceDataset some = faces.subset(new int[] {30, 2});

    assertThat(some.size()).isEqualTo(2);
    assertThat(some.label(0)).isEqualTo(faces.label(30));
    assertThat(some.name(1)).isEqualTo(faces.name(2));
    assertThat(Arrays.copyOf(some.pixels(), 144))
        .isEqualTo(Arrays.copyOfRange(faces.pixels(), 30 * 144, 31 * 144));
    assertThat(some.origin()).isEqualTo(faces.origin());
  }

  @Test
  void select_keepsTheOrder() {
    FaceDataset train = faces.select(Split.parse("train"));

    assertThat(train.size()).isEqualTo(28);
    assertThat(train.name(0)).isEqualTo("train/angry/Training_0.png");
    assertThat(train.name(27)).isEqualTo("train/surprise/Training_3.png");
  }

  @Test
  void holds_tellsWhichSplitsThereAre() {
    assertThat(faces.holds(Split.TRAIN)).isTrue();
    assertThat(faces.holds(Split.PRIVATE_TEST)).isFalse();
    assertThat(FaceDataset.noise(Expression.LABELS, 12, 3, 1).holds(Split.TRAIN)).isFalse();
  }

  @Test
  void resized_keepsTheSamplesAndTheirMeanLevel() {
    FaceDataset small = faces.resized(6);

    assertThat(small.side()).isEqualTo(6);
    assertThat(small.size()).isEqualTo(faces.size());
    assertThat(small.label(30)).isEqualTo(faces.label(30));
    int sum = 0;
    for (int i : new int[] {0, 1, 12, 13}) {
      sum += faces.pixels()[144 + i] & 0xff;
    }
    assertThat(small.pixels()[36] & 0xff).isEqualTo(Math.round(sum / 4f));
  }
}
