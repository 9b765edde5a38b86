package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.TrainerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdVotesTest {
  private static final String HEADER =
      "split,path,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF";

  @TempDir Path temp;

  /** Samples: test/angry/PublicTest_0.png, train/angry/Training_0.png, and so on by class. */
  private final FaceDataset faces = SyntheticFaces.of(8, 1, 1);

  @Test
  void read_joinsByPath() throws Exception {
    CrowdVotes votes =
        read(
            HEADER,
            "public,test/angry/PublicTest_0.png,0,0,0,0,0,0,0,0,1,9",
            "train,train/disgust/Training_0.png,3,0,0,0,0,0,0,1,4,2",
            "train,train/elsewhere.png,3,0,0,0,0,0,0,1,4,2");

    int joined = positionOf("train/disgust/Training_0.png");
    int nothingSeen = positionOf("test/angry/PublicTest_0.png");
    assertThat(votes.mask()).hasSize(14);
    assertThat(votes.mask()[joined]).isEqualTo(1);
    assertThat(Arrays.copyOfRange(votes.distributions(), joined * 8, joined * 8 + 8))
        .containsExactly(0.75f, 0, 0, 0, 0, 0, 0, 0.25f);
    assertThat(votes.notFace(joined)).isEqualTo(2);
    assertThat(votes.mask()[nothingSeen]).isZero();
    assertThat(votes.notFace(nothingSeen)).isEqualTo(9);
    float sum = 0;
    for (float mask : votes.mask()) {
      sum += mask;
    }
    assertThat(sum).as("samples without a row are masked").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train,train/a.png,1,2 | 4 columns, expected 12",
        "train,train/a.png,1,2,3,4,5,6,7,x,0,0 | a number of votes is not 0..999",
        "train,train/a.png,1,2,3,4,5,6,7,-1,0,0 | a number of votes is not 0..999",
        "train,test/angry/PublicTest_0.png,0,0,0,0,0,0,0,0,1,9"
            + " | a second row for test/angry/PublicTest_0.png"
      })
  void read_refusesAFaultyRow(String row, String reason) {
    assertThatThrownBy(
            () -> read(HEADER, "train,test/angry/PublicTest_0.png,0,0,0,0,0,0,0,0,1,9", row))
        .isInstanceOf(TrainerException.class)
        .hasMessage("votes.csv:3: " + reason);
  }

  @Test
  void read_refusesOtherColumns() {
    assertThatThrownBy(() -> read("a,b"))
        .isInstanceOf(TrainerException.class)
        .hasMessage("votes.csv:1: expected the columns " + HEADER);
  }

  @Test
  void read_refusesVotesForOtherPictures() {
    assertThatThrownBy(() -> read(HEADER, "train,train/elsewhere.png,3,0,0,0,0,0,0,1,4,2"))
        .isInstanceOf(TrainerException.class)
        .hasMessage(temp.resolve("votes.csv") + ": holds no votes for the faces of synthetic");
  }

  @Test
  void read_refusesFacesFromACsv() {
    DatasetOrigin csv = new DatasetOrigin("fer2013.csv", DatasetForm.CSV, "", 0);
    FaceDataset rows = new FaceDataset(csv, Expression.LABELS, 8, faces.pixels(), faces.index());

    assertThatThrownBy(() -> CrowdVotes.read(temp.resolve("votes.csv"), rows))
        .isInstanceOf(TrainerException.class)
        .hasMessage(
            "fer2013.csv: crowd votes are found by picture path, use FER2013's zip or folder");
  }

  private CrowdVotes read(String... lines) throws Exception {
    Path csv = Files.write(temp.resolve("votes.csv"), List.of(lines));
    return CrowdVotes.read(csv, faces);
  }

  private int positionOf(String name) {
    return Arrays.asList(faces.index().names()).indexOf(name);
  }
}
