package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.testing.ToyFaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivisionTest {
  private static final ProblemListener NO_PROBLEMS =
      problem -> {
        throw new AssertionError(problem);
      };

  @TempDir private Path folder;

  private FaceDataset open() {
    List<String> labels = ClassFolders.of(folder);
    return Datasets.open(folder, DatasetOptions.defaults().withLabels(labels), NO_PROBLEMS);
  }

  private static Set<String> names(FaceDataset faces) {
    return IntStream.range(0, faces.size()).mapToObj(faces::name).collect(Collectors.toSet());
  }

  @Test
  void of_takesTheSplitsOfFer2013() throws IOException {
    Path csv = ToyFaces.csv(folder.resolve("fer2013.csv"), 21, 7);

    Division division = Division.of(Datasets.open(csv, DatasetOptions.defaults(), NO_PROBLEMS));

    assertThat(division.training().size()).isEqualTo(21);
    assertThat(division.validation().size()).isEqualTo(7);
    assertThat(Division.chosenBy(division.validation())).isEqualTo("public");
  }

  @Test
  void of_holdsOutOneInSixOfEachClassOfAPlainFolder() {
    for (int i = 0; i < 24; i++) {
      ToyFaces.add(folder, "calm", i + ".png", i);
      ToyFaces.add(folder, "tense", i + ".png", 100 + i);
    }

    Division division = Division.of(open());

    assertThat(division.validation().countPerLabel()).containsExactly(4, 4);
    assertThat(division.training().countPerLabel()).containsExactly(20, 20);
    Set<String> all = new HashSet<>(names(division.training()));
    all.addAll(names(division.validation()));
    assertThat(all).hasSize(48);
    assertThat(names(Division.of(open()).validation())).isEqualTo(names(division.validation()));
    assertThat(Division.chosenBy(division.validation())).isEqualTo("held-out");
  }

  @Test
  void of_keepsEqualPicturesTogether() {
    for (int i = 0; i < 12; i++) {
      ToyFaces.add(folder, "calm", i + ".png", i / 3);
      ToyFaces.add(folder, "tense", i + ".png", 100 + i);
    }

    Division division = Division.of(open());

    Set<String> held = hashes(division.validation());
    assertThat(held).isNotEmpty().doesNotContainAnyElementsOf(hashes(division.training()));
    assertThat(division.validation().countPerLabel()[0]).isEqualTo(3);
  }

  private static Set<String> hashes(FaceDataset faces) {
    return IntStream.range(0, faces.size()).mapToObj(faces::pixelHash).collect(Collectors.toSet());
  }

  @Test
  void of_failsWithAClassOfOnePicture() {
    ToyFaces.add(folder, "calm", "1.png", 1);
    ToyFaces.add(folder, "calm", "copy.png", 1);
    ToyFaces.add(folder, "tense", "1.png", 2);
    ToyFaces.add(folder, "tense", "2.png", 3);
    FaceDataset faces = open();

    assertThatThrownBy(() -> Division.of(faces))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("'calm' has 1 picture");
  }
}
