package ferlive.trainer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.testing.ToyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final FaceDataset FACES = FaceDataset.noise(List.of("happy", "sad"), 8, 20, 1);

  @TempDir private Path folder;
  private final List<Candidate> candidates = new ArrayList<>();

  @AfterEach
  void close() {
    candidates.forEach(Candidate::close);
  }

  @Test
  void of_tellsModelsApartThatAreCalledAlike() throws IOException {
    open("a/toy.onnx", ToyModel.valid());
    open("b/toy.onnx", ToyModel.valid().withWeight(-1f));
    candidates.add(Candidate.open(folder.resolve("a/toy.onnx")));

    Comparison comparison = compare();

    assertThat(comparison.models())
        .extracting(ComparedModel::name)
        .containsExactly(
            folder.resolve("a/toy.onnx").toString(),
            folder.resolve("b/toy.onnx").toString(),
            folder.resolve("a/toy.onnx") + " (3)");
    // The first always says happy, the second always sad, and faces take turns.
    assertThat(comparison.pairs().get(0).test().onlyFirst()).isEqualTo(10);
    assertThat(comparison.pairs().get(0).test().onlySecond()).isEqualTo(10);
    assertThat(comparison.pairs().get(1).test().p()).isEqualTo(1);
  }

  @Test
  void table_hasARowForEachModelAndPair() throws IOException {
    open("one.onnx", ToyModel.valid().withMetadata("fer.params", "128000"));
    open("other.onnx", ToyModel.valid().withMetadata("fer.params", "many"));

    String table = ComparisonTable.of(compare());

    assertThat(table)
        .contains("faces, all, 20 faces")
        .containsPattern("one +0\\.5000 .* 0\\.128 +0\\.00\n")
        .containsPattern("other +0\\.5000 .* - +0\\.00\n")
        .containsPattern("one +0 : 0 +other +p 1\\.000\n");
  }

  @Test
  void page_keepsNamesFromBecomingMarkup() throws IOException {
    open("a<b>&\".onnx", ToyModel.valid());

    String page = ComparisonPage.of(compare());

    assertThat(page).contains("a&lt;b&gt;&amp;&quot;").doesNotContain("a<b>");
    // A single model without a history has no pairs and no course of a training.
    assertThat(page).doesNotContain("McNemar").doesNotContain("Training loss");
  }

  @Test
  void of_failsWithOtherLabels() throws IOException {
    open("one.onnx", ToyModel.valid());
    open("other.onnx", ToyModel.valid().withMetadata("fer.labels", "[\"happy\",\"angry\"]"));

    assertThatThrownBy(this::compare)
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("other.onnx", "one.onnx");
  }

  @Test
  void isBest_marksTheLowestOrTheHighestAndNothingAlone() throws IOException {
    open("one.onnx", ToyModel.valid());
    open("sure.onnx", ToyModel.valid().withWeight(1f));
    List<ComparedModel> models = compare().models();

    assertThat(Figure.NLL.isBest(models.get(0), models)).isTrue();
    assertThat(Figure.NLL.isBest(models.get(1), models)).isFalse();
    assertThat(Figure.ACCURACY.isBest(models.get(1), models)).isTrue();
    assertThat(Figure.NO_COPIES.isBest(models.get(0), models)).isFalse();
    assertThat(Figure.NLL.isBest(models.get(0), models.subList(0, 1))).isFalse();
  }

  private void open(String name, ToyModel model) throws IOException {
    Path file = folder.resolve(name);
    java.nio.file.Files.createDirectories(file.getParent());
    candidates.add(Candidate.open(model.write(file)));
  }

  private Comparison compare() {
    return Comparison.of(candidates, "faces", Set.of(Split.PUBLIC_TEST), model -> FACES);
  }
}
