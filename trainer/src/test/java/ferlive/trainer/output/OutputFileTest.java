package ferlive.trainer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void write_makesFoldersAndReplacesWhatIsThere() throws IOException {
    Path file = folder.resolve("a/b/text.txt");

    OutputFile.write(file, "first");
    OutputFile.write(file, "zweiter Größe");

    assertThat(file).hasContent("zweiter Größe");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void check_leavesNothingBehindButTheFolder() throws IOException {
    Path file = folder.resolve("a/text.txt");

    OutputFile.check(file);

    assertThat(folder.resolve("a")).isEmptyDirectory();
    Path old = Files.writeString(folder.resolve("old.txt"), "old");
    OutputFile.check(old);
    assertThat(old).hasContent("old");
  }

  @Test
  void both_failWithOutputWhereNoFileCanBe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    for (Path impossible : new Path[] {folder, file.resolve("below.txt")}) {
      assertOutputFailure(() -> OutputFile.check(impossible), impossible);
      assertOutputFailure(() -> OutputFile.write(impossible, "x"), impossible);
    }
  }

  @Test
  void write_goesThroughALink() throws IOException {
    Path file = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    OutputFile.write(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void write_goesIntoADevice() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "there is no " + full);

    OutputFile.write(Path.of("/dev/null"), "x");

    assertOutputFailure(() -> OutputFile.write(full, "x"), full);
    assertThat(full).exists();
    assertThat(Files.isRegularFile(full)).isFalse();
  }

  private static void assertOutputFailure(ThrowingCallable call, Path file) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT))
        .hasMessageContaining(file.toString());
  }
}
