package ferlive.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.testing.CapturedOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path parent;

  @Test
  void open_failsWithInputWhileAnotherHoldsTheFolder() {
    Path path = parent.resolve("run");

    try (RunFolder held = RunFolder.open(path)) {
      assertThat(held.path()).isEqualTo(path);
      assertExit(() -> RunFolder.open(path), ExitCode.INPUT);
    }

    RunFolder.open(path).close();
  }

  @Test
  void open_failsWithOutputWhereAFileStands() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");

    assertExit(() -> RunFolder.open(file), ExitCode.OUTPUT);
    assertExit(() -> RunFolder.open(file.resolve("below")), ExitCode.OUTPUT);
  }

  @Test
  void newest_isEmptyInANewFolder() {
    try (RunFolder folder = RunFolder.open(parent.resolve("run"))) {
      assertThat(RunFolder.begun(folder.path())).isEmpty();
      assertThat(folder.newest()).isEmpty();
    }
  }

  @Test
  void newest_isTheLastSaved() {
    try (RunFolder folder = RunFolder.open(parent)) {
      folder.saveLast(Checkpoints.atStep(1));
      folder.saveLast(Checkpoints.atStep(2));

      assertThat(RunFolder.begun(folder.path())).isPresent();
      assertThat(folder.newest().orElseThrow().header().step()).isEqualTo(2);
    }
  }

  @Test
  void newest_isTheOneBeforeWithLastDamaged() throws IOException {
    try (RunFolder folder = RunFolder.open(parent)) {
      folder.saveLast(Checkpoints.atStep(1));
      folder.saveLast(Checkpoints.atStep(2));
      Files.writeString(parent.resolve("last.ckpt"), "damaged");

      assertThat(folder.newest().orElseThrow().header().step()).isEqualTo(1);
    }
  }

  @Test
  void newest_isTheOneBeforeWithLastCutAnywhereAndWarnsOnce() throws IOException {
    for (int i = 0; i < 20; i++) {
      Path path = parent.resolve("cut-" + i);
      try (RunFolder folder = RunFolder.open(path)) {
        folder.saveLast(Checkpoints.atStep(1));
        folder.saveLast(Checkpoints.atStep(2));
        byte[] whole = Files.readAllBytes(path.resolve("last.ckpt"));
        Files.write(path.resolve("last.ckpt"), Arrays.copyOf(whole, whole.length * i / 20));

        CapturedOutput read =
            CapturedOutput.of(() -> (int) folder.newest().orElseThrow().header().step());

        assertThat(read.exitCode()).as("step").isEqualTo(1);
        assertThat(read.err().lines()).singleElement().asString().contains("last.ckpt");
      }
    }
  }

  @Test
  void saveLast_keepsTheUsableStateAfterADamagedOne() throws IOException {
    try (RunFolder folder = RunFolder.open(parent)) {
      folder.saveLast(Checkpoints.atStep(1));
      folder.saveLast(Checkpoints.atStep(2));
      Files.writeString(parent.resolve("last.ckpt"), "damaged");
      folder.newest();

      folder.saveLast(Checkpoints.atStep(3));

      assertThat(CheckpointFile.read(parent.resolve("previous.ckpt")).header().step()).isEqualTo(1);
      assertThat(folder.newest().orElseThrow().header().step()).isEqualTo(3);
    }
  }

  @Test
  void newest_failsWithInputWithAllDamaged() throws IOException {
    Files.writeString(parent.resolve("last.ckpt"), "damaged");
    Files.writeString(parent.resolve("previous.ckpt"), "damaged");

    try (RunFolder folder = RunFolder.open(parent)) {
      assertExit(folder::newest, ExitCode.INPUT);
    }
  }

  private static void assertExit(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ExitCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(code));
  }
}
