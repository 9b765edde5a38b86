package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.testing.ToyFaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest {
  @TempDir private Path folder;

  @Test
  void of_givesTheFoldersThatHoldPictures() throws IOException {
    ToyFaces.add(folder, "Tense", "1.png", 1);
    ToyFaces.add(folder, "calm", "1.png", 1);
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("calm").resolve("notes.txt"), "none");

    assertThat(ClassFolders.of(folder)).containsExactly("calm", "tense");
  }

  @Test
  void of_looksBelowTheSplits() {
    ToyFaces.add(folder.resolve("train"), "calm", "1.png", 1);
    ToyFaces.add(folder.resolve("test"), "tense", "1.png", 1);

    assertThat(ClassFolders.of(folder)).containsExactly("calm", "tense");
  }

  @Test
  void of_givesTheSevenExpressionsForCsv() throws IOException {
    Path csv = Files.writeString(folder.resolve("fer2013.csv"), "emotion,pixels,Usage\n");

    assertThat(ClassFolders.of(csv)).isEqualTo(Expression.LABELS);
  }

  @Test
  void of_failsWithOneClass() {
    ToyFaces.add(folder, "calm", "1.png", 1);

    assertThatThrownBy(() -> ClassFolders.of(folder))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessageContaining("1 class folders, expected 2 to 127");
  }
}
